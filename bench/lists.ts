// Lists and searches over a city of a million people, each asked for again and again through a real server.
// node bench/lists.ts [people in the city]
import { getCountry } from '../demo/city/country.ts';
import { Naming } from '../demo/city/naming.ts';
import { Random } from '../demo/city/random.ts';
import { type Client, expect } from '../e2e/serverProcess.ts';
import { withClient } from '../platform/database/roles.ts';
import { withCity, withServer } from './city/folder.ts';
import { keepTable, quantile } from './table.ts';

const people = Number(process.argv[2] ?? 1_000_000);
const times = 200;
const random = new Random('lists');
const lists = getCountry('NP').names;
const naming = new Naming(lists);

const drawn = () => naming.person(random.chance(0.5) ? 'male' : 'female', random.whole(1950, 2020), naming.family(random), random);
const usual = (part: { row: readonly [string, readonly string[], ...unknown[]] } | undefined) => part?.row[1][0] ?? '';
/** Of the most frequent names of the country, the first ten. */
const frequent = (kind: 'female' | 'male' | 'family') =>
  [...lists[kind]]
    .sort((a, b) => (b[2] ?? 1) - (a[2] ?? 1))
    .slice(0, 10)
    .map(([, latin]) => latin[0]!);
const wards = () => String(1 + Math.floor(32 * random.next() ** 1.5));
const pages = new Map<Client, { score: number; foundOn: string; id: string }>();

interface Page {
  readonly rows: readonly unknown[];
  readonly next?: { score: number; foundOn: string; id: string } | null;
}

/** What is asked, and the body of one such request. */
const asked: readonly (readonly [what: string, path: string, body: (client: Client) => object])[] = [
  ['children at risk, the first 50', '/api/risks/list', () => ({})],
  ['children at risk, of a ward', '/api/risks/list', () => ({ ward: wards() })],
  ['children at risk, of a rare reason in a ward', '/api/risks/list', () => ({ ward: wards(), reason: 'immunisation-missed', ageTo: 2 })],
  ['children at risk, page after page', '/api/risks/list', (client) => (pages.has(client) ? { after: pages.get(client)! } : {})],
  ['my visits', '/api/risks/list', () => ({ mine: true })],
  ['people of a ward', '/api/people/search', () => ({ text: '', ward: wards() })],
  [
    'people, given and family name',
    '/api/people/search',
    () => {
      const name = drawn();
      return { text: `${usual(name.given)} ${usual(name.family)}` };
    },
  ],
  [
    'people, given and family name, local script',
    '/api/people/search',
    () => {
      const name = drawn();
      return { text: `${name.given.row[0]} ${name.family?.row[0] ?? ''}` };
    },
  ],
  ['people, a frequent family name alone', '/api/people/search', () => ({ text: random.pick(frequent('family')) })],
  [
    'people, a frequent given and family name',
    '/api/people/search',
    () => ({ text: `${random.pick(frequent('female'))} ${random.pick(frequent('family'))}` }),
  ],
  ['people, a name in a ward', '/api/people/search', () => ({ text: usual(drawn().given), ward: wards() })],
  ['people, a number', '/api/people/search', () => ({ text: `98${random.digits(8)}` })],
];

await withCity(people, async (folder, there) => {
  await withServer(folder, { users: 8, role: 'supervisor' }, async (server, office) => {
    const clients = office.map(({ client }) => client);
    const { children } = await withClient(server.database!.ownerUrl, async (connection) => {
      const { rows } = await connection.query<{ children: number }>('select count(*)::int as children from risks_child');
      return rows[0]!;
    });
    const rows: (string | number)[][] = [];
    const one = (value: number) => Math.round(value * 10) / 10;
    for (const [what, path, body] of asked) {
      let answered = 0;
      const ask = async (client: Client): Promise<number> => {
        const sent = body(client);
        const started = performance.now();
        const page = expect(await client.post<Page>(path, sent), 200);
        const took = performance.now() - started;
        answered += page.rows.length;
        if (what.includes('page after page')) {
          if (page.next) pages.set(client, page.next);
          else pages.delete(client);
        }
        return took;
      };
      for (let n = 0; n < 20; n++) await ask(clients[0]!);
      answered = 0;
      const alone: number[] = [];
      for (let n = 0; n < times; n++) alone.push(await ask(clients[0]!));
      const shown = answered / times;
      const together: number[] = [];
      await Promise.all(
        clients.map(async (client) => {
          for (let n = 0; n < times / 4; n++) together.push(await ask(client));
        }),
      );
      rows.push([what, one(shown), ...[0.5, 0.95, 0.99].map((share) => one(quantile(alone, share))), one(quantile(together, 0.95)), 50]);
      process.stderr.write(`${rows.at(-1)!.join(' | ')}\n`);
    }
    const missed = rows.filter((row) => Number(row[3]) > 50).map(([what]) => what);
    keepTable(
      'lists',
      {
        title: `Lists and searches over ${there.toLocaleString('en')} people (milliseconds until the answer)`,
        columns: ['asked', 'rows shown', 'p50', 'p95', 'p99', 'p95, 8 at once', 'target p95'],
        rows,
      },
      [
        `${children.toLocaleString('en')} children stand on the list. Names are drawn as often as they occur in the country, and so are the searches. Every answer opens its rows and writes the read log. "8 at once": eight people ask without pause. Server, PostgreSQL and the clients share the machine.`,
        missed.length > 0 ? `The target is missed by: ${missed.join('; ')}.` : 'The target is met by all.',
      ],
    );
  });
});
