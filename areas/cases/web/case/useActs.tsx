import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandForm, type FormField } from '../../../../platform/shell/index.ts';
import { Button, Dialog, useToast } from '../../../../platform/ui/index.ts';

/** Something that may be done to a case, with what is asked for it. Its words are `act.<name>` and, on the button that sends it, `act.submit-<name>`. */
export interface Act {
  readonly name: string;
  readonly fields: readonly FormField[];
  /** As in `CommandForm`: `made` is a new id for what the act makes. */
  readonly input?: (answers: Record<string, unknown>, made: string) => object;
  readonly about?: ReactNode;
}

/** The acts of a page of a case: `start` asks, `dialog` must stand in the page, `button` is offered where the reader may. */
export function useActs(id: string, next: readonly string[]) {
  const { t, i18n } = useTranslation('cases');
  const say = useToast();
  const [act, setAct] = useState<Act>();
  const submit = act && i18n.exists(`cases:act.submit-${act.name}`) ? t(`act.submit-${act.name}`) : t('act.save');
  const close = () => setAct(undefined);
  const done = () => {
    close();
    say(t('act.done'));
  };
  const can = (name: string) => next.includes(name);
  const dialog = (
    <Dialog title={act ? t(`act.${act.name}`) : ''} isOpen={act !== undefined} onClose={close}>
      {act && <CommandForm kind="cases.case" id={id} {...act} submit={submit} onDone={done} onClose={close} />}
    </Dialog>
  );
  /** A button for an act; nothing where it is not possible now or not the reader's to do. `of` says what it is about, for who does not see the row. */
  const button = (one: Act, { primary = false, of }: { primary?: boolean; of?: string } = {}) =>
    can(one.name) && (
      <Button
        key={one.name}
        {...(primary ? { kind: 'primary' as const } : {})}
        {...(of ? { label: `${t(`act.${one.name}`)}: ${of}` } : {})}
        onPress={() => setAct(one)}
      >
        {t(`act.${one.name}`)}
      </Button>
    );
  return { can, start: setAct, dialog, button };
}
