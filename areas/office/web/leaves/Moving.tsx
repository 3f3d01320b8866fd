import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../../platform/contract/index.ts';
import { useFormat, useRefusalSentence, useSend } from '../../../../platform/shell/index.ts';
import { Button, Link, Notice, Progress, useToast } from '../../../../platform/ui/index.ts';
import type { Leave, Step } from '../../contract/index.ts';
import { call } from '../api.ts';

/** Moves the cases of a leave, step by step until none is left: broken off, starting again goes on from there. */
export function useMoving(move: (leave: string, after?: string) => Promise<Step>, onDone: (leave: string) => void = () => undefined) {
  const [at, setAt] = useState<{ readonly moved: number; readonly left: number | null }>();
  const [refused, setRefused] = useState<readonly Outcome[]>([]);
  const say = useToast();
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const moving = useSend(
    async (leave: string) => {
      const kept: Outcome[] = [];
      let moved = 0;
      setRefused([]);
      setAt({ moved, left: null });
      try {
        for (let after: string | undefined; ; ) {
          const { rows, next, left } = await move(leave, after);
          kept.push(...rows.filter(({ done }) => !done));
          moved += rows.filter(({ done }) => done).length;
          setAt({ moved, left });
          if (next === null) return { moved, kept };
          after = next;
        }
      } finally {
        setAt(undefined);
      }
    },
    ({ moved, kept }, leave) => {
      setRefused(kept);
      say(t('leave.moved', { count: moved, n: number(moved) }));
      if (kept.length === 0) onDone(leave);
    },
  );
  const told = (
    <>
      {at && <Progress label={t('leave.moving')} done={at.moved} total={at.left === null ? null : at.moved + at.left} />}
      {moving.error && (
        <Notice tone="orange" title={moving.error.sentence}>
          {t('leave.go-on')}
        </Notice>
      )}
      {refused.length > 0 && <Refused rows={refused} />}
    </>
  );
  return { start: moving.mutate, pending: moving.isPending, told };
}

/** Hands over the next cases of a leave. */
export const handOver = (id: string, after?: string) => call('POST', '/api/office/leave/{id}/hand-over', { id, after });

/** Cases that did not move, and why. */
function Refused({ rows }: { readonly rows: readonly Outcome[] }) {
  const { t } = useTranslation('office');
  const sentence = useRefusalSentence();
  return (
    <Notice tone="orange" title={t('leave.not-moved', { count: rows.length })}>
      <ul>
        {rows.slice(0, 20).map((row) => (
          <li key={row.id}>
            <Link to="/cases/$id" params={{ id: row.id }}>
              <code>{row.id.slice(-6).toUpperCase()}</code>
            </Link>{' '}
            {sentence(row)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Hands the cases of who is away to the substitutes. */
export function HandOver({ leave }: { readonly leave: Leave }) {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const { start, pending, told } = useMoving(handOver);
  return (
    <>
      {told}
      <Button kind="primary" pending={pending} onPress={() => start(leave.id)}>
        {t('leave.hand-over', { count: leave.left, n: number(leave.left) })}
      </Button>
    </>
  );
}

/** Gives the cases back to who was away, or leaves them where they are for good; the leave is over with the last. */
export function EndLeave({
  leave,
  how,
  primary = false,
}: {
  readonly leave: Leave;
  readonly how: 'given-back' | 'kept';
  readonly primary?: boolean;
}) {
  const { t } = useTranslation(['office', 'cases']);
  const { number } = useFormat();
  const { start, pending, told } = useMoving((id, after) => call('POST', '/api/office/leave/{id}/give-back', { id, how, after }));
  return (
    <>
      {told}
      <Button kind={primary ? 'primary' : 'plain'} pending={pending} onPress={() => start(leave.id)}>
        {leave.lent === 0 ? t('leave.end') : t(`leave.${how}`, { count: leave.lent, n: number(leave.lent) })}
      </Button>
    </>
  );
}
