import { v7 as uuidv7 } from 'uuid';
import type { Country } from '../demo/city/country.ts';
import { tellSuspects } from '../demo/officeSuspects.ts';
import { bornOn } from '../platform/decider/index.ts';
import type { DemoVisitor } from './demoVisitor.ts';

/** Records suspects and links cases through the commands that a supervisor gives, except for the cases `without`. */
export async function playSuspects(
  visitorOf: (key: string) => Promise<DemoVisitor>,
  country: Country,
  seed: number,
  without: ReadonlySet<string>,
): Promise<void> {
  const supervisor = await visitorOf('supervisor');
  const { rows } = await supervisor.send<{ rows: { id: string; name: string }[] }>('POST', '/api/cases/list', {});
  // Ids are new in each demo; names are those of the made-up city, and so is the order.
  const cases = rows
    .filter(({ id }) => !without.has(id))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ id }) => id);
  const { suspects, links, carers } = tellSuspects(country, cases, seed);
  for (const { cases: of, roles, said, known, basis, bornAbout } of suspects) {
    const id = uuidv7();
    const about = bornAbout === null ? {} : { born: bornOn(String(bornAbout)) };
    await supervisor.command('suspects.suspect', id, 'note', { case: of[0], roles, said, known, ...about });
    for (const other of of.slice(1)) await supervisor.command('suspects.suspect', id, 'connect', { case: other, roles, basis });
  }
  for (const { case: file, ...link } of links) await supervisor.command('cases.case', file, 'link-case', link);
  for (const { case: file, because, ...one } of carers) {
    const carer = uuidv7();
    await supervisor.command('cases.case', file, 'record-carer', { carer, livesWithChild: false, contact: '', ...one });
    await supervisor.command('cases.case', file, 'suspect-carer', { carer, because });
  }
}
