import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, Problem } from '../../../../platform/shell/index.ts';
import { Button, Empty, Notice, Page, Section, Skeleton, useToast } from '../../../../platform/ui/index.ts';
import type { Pair, Review, Verdict } from '../../contract/index.ts';
import { useCommand, useRead } from '../api.ts';
import { PairCard } from './PairCard.tsx';

interface Answered {
  readonly pair: Pair;
  readonly verdict: Verdict;
}

/** Two rows at a time: the same person or not. An answer is sent while the next pair stands there already. */
export default function ReviewPage() {
  const { t } = useTranslation('people');
  // Whoever comes from a child's page begins with the pair that the child waits for.
  const { pair: first } = useParams({ strict: false }) as { pair?: string };
  const review = useRead('/api/people/review', { first });
  const judge = useCommand('people.pair');
  const say = useToast();
  // Answers of this sitting: the server's list may still hold the pairs, and a pair put off is not asked again at once.
  const [answers, setAnswers] = useState<readonly Answered[]>([]);
  const [returned, setReturned] = useState<Pair>();
  const [refused, setRefused] = useState<string>();
  const sending = useRef(0);
  const last = answers.at(-1);
  const answered = new Set(answers.map(({ pair }) => pair.id));
  const open = review.data?.pairs.filter(({ id }) => !answered.has(id) && id !== returned?.id) ?? [];
  const current = returned ?? open[0];
  const putOff = answers.filter(({ verdict }) => verdict === 'later').map(({ pair }) => pair.id);
  const forget = (id: string) => setAnswers((before) => before.filter(({ pair }) => pair.id !== id));

  const send = async (pair: Pair, verdict: Verdict): Promise<boolean> => {
    sending.current++;
    try {
      await judge.mutateAsync({ id: pair.id, name: 'judge', input: { a: pair.a, b: pair.b, verdict } });
      return true;
    } catch (error) {
      setRefused(error instanceof Problem ? error.sentence : '');
      return false;
    } finally {
      sending.current--;
    }
  };
  const answer = async (pair: Pair, verdict: Verdict) => {
    setRefused(undefined);
    setReturned(undefined);
    setAnswers((before) => [...before.filter((one) => one.pair.id !== pair.id), { pair, verdict }]);
    if (await send(pair, verdict)) return;
    forget(pair.id);
    setReturned(pair);
  };
  const undo = async () => {
    if (!last || sending.current > 0) return;
    setRefused(undefined);
    // A pair put off waits still: there is nothing to take back on the server.
    if (last.verdict !== 'later' && !(await send(last.pair, 'later'))) return;
    forget(last.pair.id);
    setReturned(last.pair);
    say(t('review.undone'));
  };

  return (
    <Page
      title={t('review.nav')}
      lead={t('review.lead')}
      actions={
        last && (
          <Button kind="quiet" onPress={() => void undo()}>
            {t('review.undo')}
          </Button>
        )
      }
    >
      {refused !== undefined && (
        <Notice tone="red" title={refused}>
          {t('review.again')}
        </Notice>
      )}
      <Await of={review}>
        {({ waiting }) => {
          const left = Math.max(open.length + (returned ? 1 : 0), waiting - pending(answers, review.data));
          return current ? (
            <>
              <p role="status" className="soft">
                {t('review.waiting', { count: left })}
                {answers.length > 0 && ` · ${t('review.answered', { count: answers.length })}`}
              </p>
              <PairCard
                key={current.id}
                pair={current}
                focus={answers.length > 0 || returned !== undefined}
                onAnswer={answer}
                onUndo={undo}
              />
            </>
          ) : review.isFetching ? (
            <Skeleton />
          ) : (
            <Section>
              {putOff.length > 0 ? (
                <Empty
                  title={t('review.later-left', { count: putOff.length })}
                  action={
                    <Button kind="primary" onPress={() => setAnswers((before) => before.filter(({ verdict }) => verdict !== 'later'))}>
                      {t('review.later-look')}
                    </Button>
                  }
                />
              ) : (
                <Empty title={t('review.none')}>{t('review.none-more')}</Empty>
              )}
            </Section>
          );
        }}
      </Await>
    </Page>
  );
}

/** Answers that the server's count does not know of yet: their pairs are still among those it listed. */
function pending(answers: readonly Answered[], review: Review | undefined): number {
  const listed = new Set(review?.pairs.map(({ id }) => id));
  return answers.filter(({ pair, verdict }) => verdict !== 'later' && listed.has(pair.id)).length;
}
