import record from 'virtual:record/suspects.suspect';
import { useTranslation } from 'react-i18next';
import {
  FieldFacts,
  type RecordActs,
  RecordHistory,
  RecordPage,
  useFormat,
  useOffice,
  useParam,
  useSession,
} from '../../../platform/shell/index.ts';
import { Badge, Badges, Columns, Entries, Link, Name, Notice, Prose, Section, Stack } from '../../../platform/ui/index.ts';
import type { Suspect } from '../contract/index.ts';
import { sayings } from '../domain/index.ts';
import { AlikeSuspects } from './AlikeSuspects.tsx';
import { useRead } from './api.ts';
import { CaseEntry } from './CaseEntry.tsx';
import { aboutFields } from './saying.ts';
import { useSuspectActs } from './suspectActs.ts';

const nameOf = ({ said }: Suspect) => said.find(({ what, wrong }) => !wrong && (what === 'name' || what === 'alias'))?.text;

/** "Who is this, what do we know of them, and which other children did they meet?" */
export default function SuspectPage() {
  const { t } = useTranslation('suspects');
  const may = useSuspectActs();
  return (
    <RecordPage
      of={useRead('/api/suspects/suspect/{id}', { id: useParam('id') })}
      record={record}
      head={(of) => ({
        title: <Name>{nameOf(of) ?? t('suspects.no-name')}</Name>,
        windowTitle: t('suspects.one'),
        back: { to: '/suspects', label: t('suspects.nav') },
        marks: (
          <Badges of={of.roles.map((role) => t(`suspect-role.${role}`))}>
            {of.standing !== 'suspected' && <Badge>{t(`standing.${of.standing}`)}</Badge>}
            {of.cases.length > 1 && <Badge tone="orange">{t('suspects.in-cases', { count: of.cases.length })}</Badge>}
          </Badges>
        ),
        acts: [may.learn(of), ...may.whole],
        prints: true,
      })}
    >
      {(of, acts) => (
        <>
          {of.standing === 'cleared' && <Notice>{t('suspects.is-cleared-more')}</Notice>}
          {of.into && (
            <Notice tone="blue" title={t('suspects.is-joined')}>
              <Link to="/suspects/$id" params={{ id: of.into }}>
                {t('suspects.go-to-other')}
              </Link>
            </Notice>
          )}
          <Columns secondFirst>
            <Stack>
              <Known of={of} />
              <Cases of={of} acts={acts} />
              {of.alike.length > 0 && (
                <Section title={t('suspects.alike')}>
                  <p className="soft">{t('suspects.join-lead')}</p>
                  <AlikeSuspects
                    rows={of.alike}
                    act={(one) => one.standing === 'suspected' && acts.button(may.join(one.id), { of: one.names.join(' · ') })}
                  />
                </Section>
              )}
              <RecordHistory kind={record.kind} id={of.id} />
            </Stack>
            <Who of={of} acts={acts} />
          </Columns>
        </>
      )}
    </RecordPage>
  );
}

interface Part {
  readonly of: Suspect;
  readonly acts: RecordActs;
}

function Known({ of: { known } }: Pick<Part, 'of'>) {
  const { t } = useTranslation('suspects');
  const { date } = useFormat();
  const { nameOf: colleague } = useOffice();
  return (
    <Section title={t('suspect.known')}>
      {known.map(({ text, on, by }) => (
        <div key={text}>
          <Prose>{text}</Prose>
          <span className="small soft">
            {date(on)} · {colleague(by)}
          </span>
        </div>
      ))}
    </Section>
  );
}

function Cases({ of, acts }: Part) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { date } = useFormat();
  const may = useSuspectActs();
  return (
    <Section title={t('suspects.where')} aside={acts.button(may.connect(of))}>
      <Entries of={of.cases} none={[t('suspects.nowhere')]}>
        {(one) => (
          <CaseEntry
            key={one.case}
            of={one}
            marks={<Badges of={one.roles.map((role) => t(`suspect-role.${role}`))} />}
            about={date(one.on)}
            acts={one.own && acts.button(may.disconnect(one.case), { of: one.name ?? t('links.another-case') })}
          >
            {one.bases.map((basis) => (
              <Prose key={basis}>{basis}</Prose>
            ))}
          </CaseEntry>
        )}
      </Entries>
    </Section>
  );
}

function Who({ of, acts }: Part) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { may: reads } = useSession();
  const { number } = useFormat();
  const may = useSuspectActs();
  const said = sayings.map((what) => {
    const ofThis = of.said.filter((one) => one.what === what);
    const lines = ofThis.map(({ text, wrong }) => (
      <div key={text} {...(what === 'phone' || what === 'account' ? { dir: 'ltr' } : {})}>
        {wrong ? <s>{text}</s> : <Name>{text}</Name>} {wrong && <Badge>{t('suspects.was-wrong')}</Badge>}
      </div>
    ));
    return [t(`suspect.${what}`), lines.length > 0 && lines] as const;
  });
  // Records that were found to be of the same person: each has its page, where it may be taken apart again.
  const joined = reads('separate', 'suspects.suspect')
    ? of.takenUp.map((id, i) => (
        <div key={id}>
          <Link to="/suspects/$id" params={{ id }}>
            {t('suspects.former', { n: i + 1 })}
          </Link>
        </div>
      ))
    : number(of.takenUp.length);
  const person = of.person && (
    <Link key="person" to="/people/$id" params={{ id: of.person }}>
      {t('case.go-to-person')}
    </Link>
  );
  return (
    <Section title={t('suspects.who')}>
      <FieldFacts
        record={record}
        command="learn"
        fields={aboutFields(t)}
        of={of}
        show={[
          ...said.filter(([, lines]) => lines),
          'sex',
          'born',
          [t('case.person'), person],
          [t('suspects.taken-up'), of.takenUp.length > 0 ? joined : null],
        ]}
      />
      {!of.person && reads('read', 'people.person') && acts.button(may.identify(nameOf(of) ?? ''))}
    </Section>
  );
}
