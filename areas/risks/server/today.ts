import type { Band, QueueItem, TodayCall, TodayPart } from '../../../platform/http/waiting.ts';
import type { PersonState } from '../../people/domain/index.ts';
import { type ChildState, childRecord, registersBirth, undecidedOf } from '../domain/index.ts';
import { rulesNow } from './ruleRoutes.ts';

type Birth = QueueItem & { readonly person: string };

/** Children whose birth is not registered, for who registers births and sees nothing else of the list: the longest overdue first. */
async function births({ tx, may }: TodayCall): Promise<readonly Birth[]> {
  if (!may('read', 'risks.unregistered') || may('read', childRecord.kind)) return [];
  const { rows } = await tx.query<{ id: string; person: string; since: string | null }>(
    `select r.child as id, c.person, r.since::text as since from risks_reason r join risks_child c on c.city = r.city and c.id = r.child
     where r.city = $1 and r.reason = $2 and r.listed order by r.since, r.child limit 500`,
    [tx.city, registersBirth],
  );
  return rows.map(({ since, ...row }) => ({ ...row, band: 'today' as Band, rank: 6, due: since }));
}

/** How many rules may hit groups while nobody of the city has said why they are used, for who sees whom the rules list. */
async function undecidedRules({ tx, services, may, today }: TodayCall): Promise<number> {
  if (!may('see-groups', 'risks.ruleset')) return 0;
  const { state, rules } = await rulesNow(services, tx, today);
  return undecidedOf(state, rules).length;
}

/** What the list of children at risk puts into Today besides visits. */
export async function risksToday(call: TodayCall): Promise<TodayPart> {
  const { tx, services, note, say, may } = call;
  const unregistered = await births(call);
  const undecided = await undecidedRules(call);
  const rules = { id: 'risks.rules', band: 'week' as Band, rank: 5, due: null };
  const counted = may('count', childRecord.kind)
    ? await tx.query<{ fresh: number; total: number }>(
        "select count(*) filter (where status = 'new')::int as fresh, count(*)::int as total from risks_child where city = $1 and listed",
        [tx.city],
      )
    : undefined;
  const reads = may('read', childRecord.kind);
  return {
    waits: [...unregistered, ...(undecided > 0 ? [rules] : [])],
    counts: (counted?.rows ?? []).flatMap(({ fresh, total }) => [
      { n: fresh, label: say('risks:today.new', { count: fresh }), to: reads ? '/risks?status=new' : '/risks/counts' },
      { n: total, label: say('risks:today.listed', { count: total }), to: reads ? '/risks' : '/risks/counts' },
    ]),
    async lines(shown) {
      const chosen = unregistered.filter(({ id }) => shown.some((one) => one.id === id));
      const children = await services.ledger.findMany<ChildState>(
        tx,
        tx.city,
        childRecord.kind,
        chosen.map(({ id }) => id),
      );
      const persons = await services.ledger.findMany<PersonState>(
        tx,
        tx.city,
        'people.person',
        chosen.map(({ person }) => person),
      );
      await note(childRecord.kind, [...children.keys()], 'births not registered');
      const lines = chosen.flatMap(({ id, person }) => {
        const child = children.get(id)?.state;
        if (!child) return [];
        return [
          {
            ...{ id, kind: 'birth', who: child.name || say('risks:list.no-name'), born: child.born, to: `/people/${person}` },
            ...{ sex: persons.get(person)?.state.sex ?? null, what: say('risks:today.birth'), act: say('risks:today.act.look') },
          },
        ];
      });
      if (!shown.some(({ id }) => id === rules.id)) return lines;
      const what = say('risks:today.undecided', { count: undecided, n: undecided });
      return [...lines, { id: rules.id, kind: 'rules', who: say('risks:rules.nav'), what, act: say('risks:today.act.decide'), to: may('set', 'risks.ruleset') ? '/risks/rules' : '/risks/groups' }]; // biome-ignore format: one line
    },
  };
}
