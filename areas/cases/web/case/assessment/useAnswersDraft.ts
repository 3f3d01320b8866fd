import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaused } from '../../../../../platform/shell/index.ts';
import type { interviewedKinds } from '../../../../forms/domain/index.ts';
import type { Answering } from '../../../../forms/web/index.ts';
import { useCommand } from '../../api.ts';

export type Interviewed = (typeof interviewedKinds)[number][];

/** Keeps what is answered as a draft, a moment after each answer and when the page is left; what it says of a danger is told once it is kept. */
export function useAnswersDraft({
  id,
  answering,
  of,
  interviewed,
  off,
}: {
  readonly id: string;
  readonly answering: string;
  readonly of: Answering;
  readonly interviewed: Interviewed | null;
  /** True where answers are amended: they are no draft. */
  readonly off: boolean;
}) {
  const { t } = useTranslation('forms');
  const draft = useCommand('cases.case');
  const answers = of.sound();
  const now = JSON.stringify(answers);
  const [kept, setKept] = useState(now);
  const paused = usePaused(now);
  const { questionnaire, version } = of.instrument;
  const keep = (onSuccess: () => void = () => undefined) => {
    if (off || now === kept) return onSuccess();
    setKept(now);
    // What was not kept is tried again with the next answer, when the device is connected again, or when the page is left.
    const onError = () => setKept(kept);
    const input = { answering, questionnaire, version, answers, ...(interviewed ? { interviewed } : {}) };
    draft.mutate({ id, name: 'draft-answers', input }, { onSuccess, onError });
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    if (paused !== '{}') latest.current();
  }, [paused]);
  useEffect(() => {
    const again = () => latest.current();
    addEventListener('online', again);
    return () => {
      removeEventListener('online', again);
      again();
    };
  }, []);
  const says = draft.isPending ? t('fill.keeping') : draft.error ? undefined : t(now === kept ? 'fill.kept' : 'fill.keeps');
  return { keep, keeping: draft.isPending, refused: draft.error?.code === 'offline' ? t('fill.offline') : draft.error?.sentence, says };
}
