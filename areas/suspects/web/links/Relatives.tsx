import { useTranslation } from 'react-i18next';
import { type Act, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Link, Name, Section } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import type { CasePart } from '../../../cases/web/index.ts';
import { useAsk, useRead } from '../api.ts';

/** Somebody who lives with the child, or has the same parents, as the registers say. */
export interface Relative {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly kind: 'sibling' | 'same-household';
  /** Their newest case, where they have one. */
  readonly file: { readonly case: string; readonly worker: string | null; readonly status: string } | null;
}

/** Household and family of the child by the registers, with their cases; those with a case first. */
export function useRelatives(head: CaseHead): readonly Relative[] {
  const { may } = useSession();
  const person = useRead(
    '/api/people/person/{id}',
    { id: head.person ?? '' },
    { enabled: head.person !== null && may('read', 'people.person') },
  );
  const found = [
    ...(person.data?.siblings ?? []).map((one) => ({ ...one, kind: 'sibling' as const })),
    ...(person.data?.household ?? []).map((one) => ({ ...one, kind: 'same-household' as const })),
  ];
  const files = useAsk('/api/cases/of-persons', { persons: found.map(({ id }) => id) }, { enabled: found.length > 0 });
  const fileOf = new Map((files.data?.rows ?? []).map((row) => [row.person, row]));
  return found
    .map((one) => ({ ...one, file: fileOf.get(one.id) ?? null }))
    .sort((a, b) => Number(b.file !== null) - Number(a.file !== null));
}

/** Whoever has a case is offered to be linked with one press. */
export function Relatives({ head, of, acts, linked }: CasePart<readonly Relative[]> & { readonly linked: readonly string[] }) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const link = (other: string, kind: Relative['kind']): Act => ({
    name: 'link-case',
    title: t('act.link-case'),
    target: { other, kind },
    atOnce: true,
    fields: [],
  });
  return (
    <Section title={t('links.group-family')}>
      <Entries of={of} none={[t(head.person ? 'links.no-family' : 'links.nobody-known')]}>
        {({ id, name, birthDate, kind, file }) => {
          const isLinked = file !== null && linked.includes(file.case);
          return (
            <Entry
              key={id}
              title={
                <Link to="/people/$id" params={{ id }}>
                  <Name>{name || t('case.no-name')}</Name>
                </Link>
              }
              marks={file && <Badge tone={isLinked ? 'plain' : 'orange'}>{t(isLinked ? 'links.is-linked' : 'links.has-case')}</Badge>}
              about={
                <>
                  {[t(`link-kind.${kind}`), birthDate && date(birthDate)].filter(Boolean).join(' · ')}
                  {file && (
                    <>
                      {' · '}
                      {t('case.worker')}: {file.worker ? <Name>{nameOf(file.worker)}</Name> : t('case.nobody')}
                    </>
                  )}
                </>
              }
              acts={file && !isLinked && file.case !== head.id && acts.button(link(file.case, kind), { of: name })}
            />
          );
        }}
      </Entries>
    </Section>
  );
}
