import record from 'virtual:record/suspects.suspect';
import { useTranslation } from 'react-i18next';
import { Await, RecordHistory, useActs, useFormat, useOffice, useParam, useSession } from '../../../platform/shell/index.ts';
import { Badge, Buttons, Columns, Empty, Facts, Link, Name, Notice, Page, Section, Stack } from '../../../platform/ui/index.ts';
import { sayings } from '../domain/index.ts';
import './links/links.css';
import type { Suspect } from '../contract/index.ts';
import { AlikeSuspects } from './AlikeSuspects.tsx';
import { useRead } from './api.ts';
import { CaseGlimpse } from './CaseGlimpse.tsx';
import { useSuspectActs } from './suspectActs.ts';

/** "Who is this, what do we know of them, and which other children did they meet?" */
export default function SuspectPage() {
  const found = useRead('/api/suspects/suspect/{id}', { id: useParam('id') });
  return <Await of={found}>{(data) => <Found of={data} />}</Await>;
}

function Found({ of }: { readonly of: Suspect }) {
  const { t, i18n } = useTranslation(['suspects', 'cases']);
  const { number } = useFormat();
  const { may: reads } = useSession();
  const acts = useActs(of, record);
  const name = of.said.find(({ what, wrong }) => !wrong && (what === 'name' || what === 'alias'))?.text;
  const may = useSuspectActs(of, name);
  const roles = new Intl.ListFormat(i18n.language).format(of.roles.map((role) => t(`suspect-role.${role}`)));
  return (
    <Page
      title={<Name>{name ?? t('suspects.no-name')}</Name>}
      windowTitle={t('suspects.one')}
      back={{ to: '/suspects', label: t('suspects.nav') }}
      lead={
        <>
          {roles} {of.cases.length > 1 && <Badge tone="orange">{t('suspects.in-cases', { count: of.cases.length })}</Badge>}
        </>
      }
      actions={acts.button(may.learn, { primary: true })}
    >
      {of.standing === 'cleared' && <Notice title={t('suspects.is-cleared')}>{t('suspects.is-cleared-more')}</Notice>}
      {of.standing === 'joined' && of.into && (
        <Notice tone="blue" title={t('suspects.is-joined')}>
          <Link to="/suspects/$id" params={{ id: of.into }}>
            {t('suspects.go-to-other')}
          </Link>
        </Notice>
      )}
      <Columns secondFirst>
        <Stack>
          <Section title={t('suspects.known')}>
            {of.known.map(({ text, on, by }) => (
              <Known key={text} text={text} on={on} by={by} />
            ))}
          </Section>
          <Cases of={of} acts={acts} may={may} />
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
        <Stack>
          <Section title={t('suspects.who')}>
            <Said of={of} />
            <Facts
              facts={[
                [t('suspects.sex'), of.sex && t(`sex.${of.sex}`)],
                [t('suspects.born'), of.bornAbout === null ? null : String(of.bornAbout)],
                [
                  t('case.person'),
                  of.person && (
                    <Link key="person" to="/people/$id" params={{ id: of.person }}>
                      {t('case.go-to-person')}
                    </Link>
                  ),
                ],
                [t('suspects.taken-up'), of.takenUp.length > 0 ? number(of.takenUp.length) : null],
              ]}
            />
            {of.takenUp.length > 0 && <TakenUp ids={of.takenUp} />}
            <Buttons>
              {!of.person && reads('read', 'people.person') && acts.button(may.identify)}
              {acts.button(may.clear)}
              {acts.button(may.suspectAgain)}
              {acts.button(may.separate)}
            </Buttons>
          </Section>
        </Stack>
      </Columns>
      {acts.dialog}
    </Page>
  );
}

function Known({ text, on, by }: Suspect['known'][number]) {
  const { date } = useFormat();
  const { nameOf } = useOffice();
  return (
    <div>
      <p className="prose" dir="auto">
        {text}
      </p>
      <span className="small soft">
        {date(on)} · {nameOf(by)}
      </span>
    </div>
  );
}

function Said({ of: { said } }: { readonly of: Suspect }) {
  const { t } = useTranslation(['suspects', 'cases']);
  return (
    <Facts
      facts={sayings.map((what) => {
        const ofThis = said.filter((one) => one.what === what);
        return [
          t(`said.${what}`),
          ofThis.length === 0
            ? null
            : ofThis.map(({ text, wrong }) => (
                <div key={text} {...(what === 'phone' || what === 'account' ? { dir: 'ltr' } : {})}>
                  {wrong ? <s>{text}</s> : <Name>{text}</Name>} {wrong && <Badge>{t('suspects.was-wrong')}</Badge>}
                </div>
              )),
        ] as const;
      })}
    />
  );
}

/** Records that were found to be of the same person: each has its page, where it may be taken apart again. */
function TakenUp({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { may } = useSession();
  if (!may('separate', 'suspects.suspect')) return null;
  return (
    <ul>
      {ids.map((id, i) => (
        <li key={id}>
          <Link to="/suspects/$id" params={{ id }}>
            {t('suspects.former', { n: i + 1 })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Cases({
  of,
  acts,
  may,
}: {
  readonly of: Suspect;
  readonly acts: ReturnType<typeof useActs>;
  readonly may: ReturnType<typeof useSuspectActs>;
}) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { date } = useFormat();
  return (
    <Section title={t('suspects.where')} aside={acts.button(may.connect)}>
      {of.cases.length === 0 && <Empty title={t('suspects.nowhere')} />}
      <ul className="stack linked">
        {of.cases.map((one) => (
          <li key={one.case}>
            <div>
              <CaseGlimpse of={one} />{' '}
              {one.roles.map((role) => (
                <span key={role}>
                  <Badge>{t(`suspect-role.${role}`)}</Badge>{' '}
                </span>
              ))}
              <span className="small soft">{date(one.on)}</span>
            </div>
            {one.bases.map((basis) => (
              <p key={basis} className="prose" dir="auto">
                {basis}
              </p>
            ))}
            {one.own && <Buttons>{acts.button(may.disconnect(one.case), { of: one.name ?? t('links.another-case') })}</Buttons>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
