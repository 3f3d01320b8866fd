import { useTranslation } from 'react-i18next';
import type { Act, RecordActs } from '../../../../platform/shell/index.ts';
import { Buttons, LinkButton, Notice, Stack } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { type FoundDanger as Found, useDangerWords } from './dangerWords.tsx';
import { useQuestions } from './questions.ts';

/** What endangers the child, what to do now about each, and where it is recorded that somebody did it; nothing where nothing does. */
export function Dangers({ head, acts }: { readonly head: CaseHead; readonly acts: RecordActs }) {
  const { t } = useTranslation(['cases', 'forms']);
  const { because, past } = useQuestions();
  const words = useDangerWords();
  const [first] = head.dangers;
  if (!first) return null;
  const isOfPlace = ({ source }: Found) => source === 'whereabouts' || source === 'suspect';
  const answer = ({ id, kind }: Found): Act => ({
    name: 'answer-danger',
    target: { danger: id, alarm: kind },
    fields: [past('on', t('dangers.on')), { name: 'what', label: t('dangers.what'), hint: t('dangers.what-hint') }],
  });
  const raise: Act = {
    name: 'change-risk',
    title: t('dangers.raise'),
    target: { riskLevel: 'high', because: words(first).because },
    fields: [],
    atOnce: true,
    done: t('dangers.raised'),
  };
  const isClosed = head.status === 'closed';
  return (
    <Notice tone="red" title={t('dangers.title')}>
      <Stack>
        {isClosed && <p>{t('dangers.when-closed')}</p>}
        <ol className="dangers">
          {head.dangers.map((danger) => {
            const { what, found } = words(danger);
            return (
              <li key={danger.id + danger.kind}>
                <p>
                  <strong>{what}.</strong> {isOfPlace(danger) ? t(`safety-more.${head.safety}`) : t(`forms:act-now.${danger.kind}`)}
                </p>
                <p className="small">{found}</p>
                {danger.doubt && <p className="small">{t(`danger-doubt.${danger.doubt}`)}</p>}
                {!isOfPlace(danger) && acts.button(answer(danger), { of: what })}
              </li>
            );
          })}
        </ol>
        <Buttons>
          {isClosed && acts.button({ name: 'reopen', fields: [because] }, { primary: true })}
          {!isClosed && head.riskLevel !== 'high' && acts.button(raise, { primary: true })}
          {!isClosed && <LinkButton to={`/cases/${head.id}/safety#care`}>{t('dangers.to-care')}</LinkButton>}
        </Buttons>
      </Stack>
    </Notice>
  );
}
