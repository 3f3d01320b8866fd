import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { root } from '../../app/compose.ts';
import { Client, ServerProcess, takeIn } from '../../e2e/serverProcess.ts';
import type { Role } from '../../platform/decider/index.ts';
import { fillCity, password } from './fill.ts';

/** The server as `npm start` runs it. */
export const startEntry = [join(root, 'bin/olle.mjs'), 'start'];

/** A folder that the database's user can enter, for this run alone. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'olle-bench-'));
  chmodSync(folder, 0o711);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The folder of OLLE_BENCH_FOLDER, filled once and kept, or one for this run alone. */
export async function withKept<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const kept = process.env['OLLE_BENCH_FOLDER'];
  if (!kept) return await withFolder(work);
  mkdirSync(kept, { recursive: true });
  chmodSync(kept, 0o711);
  return await work(kept);
}

/** A folder with a city of at least that many people. */
export async function withCity<T>(people: number, work: (folder: string, people: number) => Promise<T>): Promise<T> {
  return await withKept(async (folder) => {
    const there = await fillCity(folder, people, (done) =>
      process.stderr.write(`\r${done.toLocaleString('en')} people of ${people.toLocaleString('en')}`),
    );
    process.stderr.write('\n');
    return await work(folder, there);
  });
}

/** Runs the server on a filled folder, with that many users of a role signed in. */
export async function withServer<T>(
  folder: string,
  { users, role }: { users: number; role: Role | ((n: number) => Role) },
  work: (server: ServerProcess, office: { id: string; client: Client }[]) => Promise<T>,
): Promise<T> {
  const server = new ServerProcess(folder, startEntry);
  await server.start();
  const administrator = new Client(server);
  let office: { id: string; client: Client }[] = [];
  try {
    await administrator.signIn('first', password);
    office = await takeIn(
      server,
      administrator,
      Array.from({ length: users }, (_, n) => ({ userName: uuidv7(), name: 'Somebody', role: typeof role === 'string' ? role : role(n) })),
      password,
    );
    return await work(server, office);
  } finally {
    for (const { client } of [...office, { client: administrator }]) client.close();
    await server.stop();
  }
}
