import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandForm, type FormField } from '../../../../platform/shell/index.ts';
import { Button, Dialog, useToast } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../answers.ts';

/** Something that may be done to a case or a suspect, with what is asked for it. Its words are `act.<name>` and, on the button that sends it, `act.submit-<name>`. */
export interface Act {
  readonly name: string;
  /** The id of what it is done to, where the case has several of the kind. */
  readonly to?: string;
  readonly fields: readonly FormField[];
  /** As in `CommandForm`: `made` is a new id for what the act makes. */
  readonly input?: (answers: Record<string, unknown>, made: string) => object;
  readonly about?: ReactNode;
}

const keyOf = ({ name, to = '' }: Act) => `${name} ${to}`;

/**
 * The acts of a page of a case, or of a suspect: `start` asks, `dialog` must stand in the page, `button` is offered where the reader may. Where somebody else
 * changed the case meanwhile, the form finds what he wrote in the act as it is offered by then.
 */
export function useActs(
  { id, next, version }: Pick<CaseHead, 'id' | 'next' | 'version'>,
  kind: 'cases.case' | 'suspects.suspect' = 'cases.case',
) {
  // A suspect's acts have their words beside those of a case.
  const words = kind === 'cases.case' ? ['cases'] : ['suspects', 'cases'];
  const { t, i18n } = useTranslation(words);
  const say = useToast();
  const [act, setAct] = useState<Act & { readonly version?: number }>();
  const offered = useRef(new Map<string, Act & { readonly version: number }>());
  const submit = act && i18n.exists(`act.submit-${act.name}`, { ns: words }) ? t(`act.submit-${act.name}`) : t('act.save');
  const close = () => setAct(undefined);
  const done = () => {
    close();
    say(t('act.done'));
  };
  const can = (name: string) => next.includes(name);
  const dialog = (
    <Dialog title={act ? t(`act.${act.name}`) : ''} isOpen={act !== undefined} onClose={close}>
      {act && (
        <CommandForm
          kind={kind}
          id={id}
          {...act}
          anew={() => offered.current.get(keyOf(act))}
          submit={submit}
          onDone={done}
          onClose={close}
        />
      )}
    </Dialog>
  );
  // Only what is offered can be found anew.
  const start = (one: Act) => setAct(offered.current.has(keyOf(one)) ? { ...one, version } : one);
  /**
   * A button for an act; nothing where it is not possible now or not the reader's to do. `of` says what it is about, for who does not see
   * the row; `words` what stands on it where that is not the name of the act.
   */
  const button = (one: Act, { primary = false, of, words }: { primary?: boolean; of?: string; words?: string } = {}) => {
    if (!can(one.name)) return false;
    offered.current.set(keyOf(one), { ...one, version });
    const said = words ?? t(`act.${one.name}`);
    return (
      <Button
        key={one.name}
        {...(primary ? { kind: 'primary' as const } : {})}
        {...(of ? { label: `${said}: ${of}` } : {})}
        onPress={() => start(one)}
      >
        {said}
      </Button>
    );
  };
  return { can, start, dialog, button };
}
