import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Notice, Skeleton, useToast } from '../../ui/index.ts';
import { useCommand } from '../data/reading.ts';
import { useSession } from '../session.tsx';
import type { AskedField, RecordInputs } from './field.ts';

// A page shows its buttons before anybody presses one.
const CommandForm = lazy(async () => ({ default: (await import('./CommandForm.tsx')).CommandForm }));

/** Something that may be done to a record: a command, with what is asked for it. */
export interface Act {
  readonly name: string;
  /** What it is done to, where the record has several of the kind: sent beside the answers. */
  readonly target?: Readonly<Record<string, string>>;
  /** As in `CommandForm`: under which name the id of what it makes is sent. */
  readonly makes?: string;
  /** Where nothing is asked, the form asks whether to go on. */
  readonly fields: readonly AskedField[];
  /** What stands in the fields at first, under their names. */
  readonly held?: object;
  /** As in `CommandForm`: `made` is a new id for what the act makes. */
  readonly input?: (answers: Record<string, unknown>, made: string) => object;
  readonly about?: ReactNode;
  /** As in `CommandForm`: what stands below the questions, for the answers so far. */
  readonly side?: (answers: Record<string, unknown>) => ReactNode;
  /** As in `CommandForm`: a route that does more than the record can. */
  send?(input: object, commandId: string): Promise<unknown>;
  /** What it is called and what sends its form, where that is not what its command is called. */
  readonly title?: string;
  readonly submit?: string;
  /** What is said once it is done, where that is not what all acts of the page say. */
  readonly done?: string;
  /** Hard to take back: the button says so, and so does the form. */
  readonly grave?: boolean;
  /** Done when the button is pressed: nothing is asked, and it is easily undone. */
  readonly atOnce?: boolean;
}

/** What an area says of its acts; unless said, what its catalogue has under `act.<name>`. */
export interface ActWords {
  readonly name?: (act: string) => string;
  /** On the button that sends the form; unless said, what the catalogue has under `act.submit-<name>`, or "Save". */
  readonly submit?: (act: string) => string | undefined;
  readonly done?: string;
}

/**
 * The record, as far as its acts are concerned: `next` is what may be done now and is the reader's to do. Both are left out where the act makes
 * a record: then the user's permissions say it.
 */
export interface Acted {
  readonly id?: string | undefined;
  readonly next?: readonly string[];
  readonly version?: number;
}

/** What tells an act's draft from that of another one of the same command. */
const draftOf = ({ target = {}, title = '' }: Act) => Object.values(target).join(' ') || title;
const keyOf = (act: Act) => `${act.name} ${draftOf(act)}`;

/**
 * The acts of a record's page: `button` offers one where the answer's `next` has it, `start` asks its questions, `dialog` must stand in the
 * page. Where somebody else changed the record meanwhile, the form finds what they wrote in the act as it is offered by then.
 */
export function useActs({ id, next, version }: Acted, record: string | RecordInputs, said: ActWords = {}) {
  const kind = typeof record === 'string' ? record : record.kind;
  const area = kind.split('.')[0]!;
  const { t, i18n } = useTranslation(['shell', area]);
  const ownSubmit = (act: string) => (i18n.exists(`${area}:act.submit-${act}`) ? t(`${area}:act.submit-${act}`) : undefined);
  const words = { name: (act: string) => t(`${area}:act.${act}`), submit: ownSubmit, ...said };
  const say = useToast();
  const [act, setAct] = useState<Act & { readonly version?: number }>();
  const offered = useRef(new Map<string, Act & { readonly version?: number }>());
  const close = () => {
    setAct(undefined);
    once.reset();
  };
  const done = (one: Act | undefined) => {
    close();
    say(one?.done ?? words.done ?? t('act.done'));
  };
  const pressed = useRef<Act>(undefined);
  const once = useCommand(kind, () => done(pressed.current));
  const titleOf = ({ name, title }: Act) => title ?? words.name(name);
  const { may } = useSession();
  const can = (name: string) => next?.includes(name) ?? may(name, kind);
  const send = (one: Act) => {
    pressed.current = one;
    once.mutate({ id: id ?? '', name: one.name, input: { ...one.target, ...one.input?.({}, '') }, send: one.send });
  };
  const refused = once.error?.sentence;
  const dialog = (
    <>
      <Dialog title={act ? titleOf(act) : ''} isOpen={act !== undefined} onClose={close}>
        {act && (
          <Suspense fallback={<Skeleton />}>
            <CommandForm
              kind={record}
              {...(id ? { id } : {})}
              {...act}
              draft={draftOf(act)}
              anew={() => offered.current.get(keyOf(act))}
              submit={act.submit ?? words.submit(act.name) ?? (act.fields.length > 0 ? t('act.save') : titleOf(act))}
              onDone={() => done(act)}
              onClose={close}
            />
          </Suspense>
        )}
      </Dialog>
      {refused && (
        <div role="alert">
          <Notice tone="orange">{refused}</Notice>
        </div>
      )}
    </>
  );
  // Only what is offered can be found anew.
  const start = (one: Act) => setAct(offered.current.has(keyOf(one)) && version !== undefined ? { ...one, version } : one);
  /**
   * A button for an act; nothing where it is not possible now or not the reader's to do. `of` says what it is about, for who does not see
   * the row; `words` what stands on it where that is not the name of the act.
   */
  const button = (one: Act, { primary = false, of, words: own }: { primary?: boolean; of?: string; words?: string } = {}) => {
    if (!can(one.name)) return false;
    offered.current.set(keyOf(one), version === undefined ? one : { ...one, version });
    const said = own ?? titleOf(one);
    return (
      <Button
        key={keyOf(one)}
        kind={one.grave ? 'grave' : primary ? 'primary' : 'plain'}
        pending={one.atOnce === true && once.isPending && pressed.current !== undefined && keyOf(pressed.current) === keyOf(one)}
        {...(of ? { label: `${said}: ${of}` } : {})}
        onPress={() => (one.atOnce ? send(one) : start(one))}
      >
        {said}
      </Button>
    );
  };
  return { can, start, dialog, button };
}
