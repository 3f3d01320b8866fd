import { useTranslation } from 'react-i18next';
import { type Act, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Buttons,
  Columns,
  Empty,
  Entries,
  Entry,
  Link,
  LinkButton,
  Name,
  Notice,
  Prose,
  Section,
  Stack,
} from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import { type CasePart, caseChoice, casePart } from '../../../cases/web/index.ts';
import type { CaseLinks, Glimpse } from '../../contract/index.ts';
import { useLinks } from '../api.ts';
import { CaseEntry } from '../CaseEntry.tsx';
import { LinksPicture, type Tied } from './LinksPicture.tsx';
import { type Relative, Relatives, useRelatives } from './Relatives.tsx';

/** As many as the picture shows of each group; all stand in the lists below. */
const inPicture = 8;

/** "Who is around this child, who is suspected, and to which other children does that lead?" */
export default casePart('links', useLinks, LinksFound);

/** What of a case is shown in the picture. */
function useTieOf() {
  const { t } = useTranslation(['suspects', 'cases']);
  const { nameOf } = useOffice();
  return (key: string, { readable, name, worker, status, case: id }: Glimpse, more: string) => {
    const whose = worker ? nameOf(worker) : t('case.nobody');
    if (status === 'erased') return { key, shape: 'case' as const, label: t('links.erased'), more };
    if (readable) return { key, shape: 'case' as const, label: name || t('case.no-name'), more, to: `/cases/${id}/services#links` };
    return { key, shape: 'case' as const, label: t('links.another-case'), more: `${t('links.call')}: ${whose}` };
  };
}

function LinksFound({ head, of: links, acts }: CasePart<CaseLinks>) {
  const { t } = useTranslation(['suspects', 'cases']);
  const relatives = useRelatives(head);
  const tied = useTied(head, links, relatives);
  const cut = [relatives, links.carers, links.suspects, links.cases, ...links.suspects.map(({ others }) => others)].some(
    ({ length }) => length > inPicture,
  );
  return (
    <Stack>
      <Section title={t('links.picture')}>
        {tied.length === 0 ? (
          <Empty title={t('links.nothing')}>{t('links.nothing-more')}</Empty>
        ) : (
          <>
            {cut && <p className="soft small">{t('links.cut')}</p>}
            <LinksPicture
              child={{
                key: 'child',
                shape: 'child',
                label: head.name || t('case.no-name'),
                more: t('case.child'),
                to: `/cases/${head.id}`,
              }}
              tied={tied}
            />
          </>
        )}
      </Section>
      <Columns>
        <Stack>
          <Suspects head={head} links={links} />
          <LinkedCases head={head} of={links} acts={acts} />
        </Stack>
        <Relatives head={head} of={relatives} acts={acts} linked={links.cases.map((one) => one.case)} />
      </Columns>
    </Stack>
  );
}

const recruits = (roles: readonly string[]) => roles.includes('recruiting');

/** Everything in the picture, in the order of its groups. A carer who is a suspect stands once, among the suspects. */
function useTied(head: CaseHead, { carers, cases, suspects }: CaseLinks, relatives: readonly Relative[]): readonly Tied[] {
  const { t, i18n } = useTranslation(['suspects', 'cases']);
  const tieOf = useTieOf();
  const roles = (of: readonly string[]) => new Intl.ListFormat(i18n.language).format(of.map((role) => t(`suspect-role.${role}`)));
  const shown = new Set(suspects.flatMap(({ carer }) => carer ?? []));
  return [
    ...relatives.slice(0, inPicture).map(
      ({ id, name, kind, file }): Tied => ({
        group: 'family',
        key: `family-${id}`,
        shape: 'person',
        label: name || t('case.no-name'),
        more: file ? `${t(`link-kind.${kind}`)} · ${t('links.has-case')}` : t(`link-kind.${kind}`),
        to: `/people/${id}`,
      }),
    ),
    ...carers
      .filter(({ id }) => !shown.has(id))
      .slice(0, inPicture)
      .map(
        ({ id, name, relation, suspect }): Tied => ({
          group: 'carers',
          key: `carer-${id}`,
          shape: suspect ? 'suspect' : 'person',
          label: name,
          more: suspect ? `${t('protection.suspect')} · ${t(`relation.${relation}`)}` : t(`relation.${relation}`),
          to: `/cases/${head.id}/safety`,
        }),
      ),
    ...suspects.slice(0, inPicture).map(
      ({ id, names, roles: part, others }): Tied => ({
        group: 'suspects',
        key: `suspect-${id}`,
        shape: 'suspect',
        label: names[0] ?? t('suspects.no-name'),
        more: roles(part),
        to: `/suspects/${id}`,
        under: others
          .slice(0, inPicture)
          .map((one) =>
            tieOf(
              `suspect-${id}-${one.case}`,
              one,
              recruits(part) && recruits(one.roles) ? t('link-kind.same-recruiter') : t('links.same-suspect'),
            ),
          ),
      }),
    ),
    ...cases.slice(0, inPicture).map((one): Tied => ({ group: 'cases', ...tieOf(`case-${one.case}`, one, t(`link-kind.${one.kind}`)) })),
  ];
}

function Suspects({ head, links }: { readonly head: CaseHead; readonly links: CaseLinks }) {
  const { t } = useTranslation(['suspects', 'cases']);
  const note = `/suspects/case/${head.id}/note`;
  const waiting = links.mayNote ? links.carers.filter(({ suspect, takenUp }) => suspect && !takenUp) : [];
  return (
    <Section
      title={t('links.group-suspects')}
      aside={
        links.mayNote && (
          <LinkButton kind="primary" to={note}>
            {t('suspects.note')}
          </LinkButton>
        )
      }
    >
      {links.suspects.length === 0 && waiting.length === 0 && <Empty title={t('links.no-suspects')}>{t('links.no-suspects-more')}</Empty>}
      {waiting.map(({ id, name, relation }) => (
        <Notice key={id} tone="orange">
          <div className="stack">
            <p>
              <Name>{name}</Name> ({t(`relation.${relation}`)}): {t('links.carer-suspected')}
            </p>
            <Buttons>
              <Link className="button" to={note} search={{ carer: id }} aria-label={`${t('links.take-up')}: ${name}`}>
                {t('links.take-up')}
              </Link>
            </Buttons>
          </div>
        </Notice>
      ))}
      <Entries of={links.suspects}>
        {({ id, names, roles, others }) => (
          <Entry
            key={id}
            title={
              <Link to="/suspects/$id" params={{ id }}>
                <Name>{names.join(' · ') || t('suspects.no-name')}</Name>
              </Link>
            }
            marks={<Badges of={roles.map((role) => t(`suspect-role.${role}`))} />}
          >
            {others.length > 0 && <p className="small">{t('links.same-suspect-more')}</p>}
            <Entries of={others}>{(one) => <CaseEntry key={one.case} of={one} />}</Entries>
          </Entry>
        )}
      </Entries>
    </Section>
  );
}

function LinkedCases({ head, of: { cases }, acts }: CasePart<CaseLinks>) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const link: Act = {
    name: 'link-case',
    title: t('act.link-case'),
    submit: t('act.submit-link-case'),
    fields: [
      { name: 'other', kind: caseChoice([head.id, ...cases.map((one) => one.case)]), label: t('links.which'), required: true },
      { name: 'kind', label: t('links.kind'), said: (kind) => t(`link-kind.${kind}`) },
      { name: 'known', label: t('links.known'), hint: t('links.known-hint') },
    ],
  };
  const unlink = (other: string): Act => ({
    name: 'unlink-case',
    title: t('act.unlink-case'),
    target: { other },
    fields: [{ name: 'because', label: t('act.because') }],
  });
  return (
    <Section title={t('links.group-cases')} aside={acts.button(link)}>
      <Entries of={cases} none={[t('links.no-cases'), t('links.no-cases-more')]}>
        {(one) => (
          <CaseEntry
            key={one.case}
            of={one}
            marks={<Badge tone="blue">{t(`link-kind.${one.kind}`)}</Badge>}
            about={`${date(one.on)} · ${nameOf(one.by)}`}
            acts={acts.button(unlink(one.case), { of: one.name ?? t('links.another-case') })}
          >
            <Prose>{one.known}</Prose>
          </CaseEntry>
        )}
      </Entries>
    </Section>
  );
}
