import questionnaire from 'virtual:record/forms.questionnaire';
import { useTranslation } from 'react-i18next';
import { Await, useActs, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, LinkButton, Name, Page, Section, Table } from '../../../platform/ui/index.ts';
import type { QuestionnaireRow } from '../contract/index.ts';
import { useQuestionnaires, useWords } from './useInstrument.ts';

/** The questionnaires of the city: what holds, what held, what is to come. */
export default function QuestionnairesPage() {
  const { t } = useTranslation('forms');
  const { may } = useSession();
  const found = useQuestionnaires();
  return (
    <Page
      title={t('questionnaires.nav')}
      lead={t('questionnaires.lead')}
      back={may('read', 'cases.case') ? { to: '/cases', label: t('cases:nav') } : { to: '/', label: t('shell:today.nav') }}
      actions={
        may('take-in', 'forms.questionnaire') && (
          <LinkButton kind="primary" to="/forms/questionnaires/new">
            {t('questionnaires.take-in')}
          </LinkButton>
        )
      }
    >
      <Await of={found}>{({ rows }) => rows.map((row) => <Versions key={row.id} row={row} />)}</Await>
    </Page>
  );
}

function Versions({ row }: { readonly row: QuestionnaireRow }) {
  const { t } = useTranslation('forms');
  const { date, today } = useFormat();
  const { nameOf } = useOffice();
  const { may } = useSession();
  const say = useWords(row.languages);
  const { button, dialog } = useActs({ id: row.id, next: may('withdraw', 'forms.questionnaire') ? ['withdraw'] : [] }, questionnaire, {
    name: () => t('questionnaires.withdraw'),
    done: t('questionnaires.withdrawn'),
  });
  return (
    <Section title={<Name>{say(row.title)}</Name>} aside={<Badge>{t(`purpose.${row.purpose}`)}</Badge>}>
      {dialog}
      <Table
        caption={say(row.title)}
        rows={row.versions}
        keyOf={({ version }) => version}
        columns={[
          {
            key: 'version',
            title: t('questionnaires.version'),
            main: true,
            cell: ({ version, from }) => (
              <>
                {version}{' '}
                {version === row.inForce ? (
                  <Badge tone="blue">{t('questionnaires.now')}</Badge>
                ) : (
                  from > today && <Badge tone="orange">{t('questionnaires.to-come')}</Badge>
                )}
              </>
            ),
          },
          { key: 'from', title: t('questionnaires.from'), cell: ({ from }) => date(from), whole: true },
          {
            key: 'because',
            title: t('questionnaires.because'),
            cell: ({ because, by }) =>
              by ? (
                <>
                  <Name>{because}</Name> · <Name>{nameOf(by)}</Name>
                </>
              ) : (
                t('questionnaires.shipped')
              ),
          },
          {
            key: 'look',
            title: t('questionnaires.look'),
            cell: ({ version, from }) => (
              <div className="buttons">
                <LinkButton to={`/forms/questionnaires/${row.questionnaire}/${version}`}>{t('questionnaires.look')}</LinkButton>
                {from > today && button({ name: 'withdraw', target: { version }, fields: [], atOnce: true })}
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}
