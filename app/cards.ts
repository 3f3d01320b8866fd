import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Writes the lower half of each area's README from the code. */
export async function cards(): Promise<number> {
  const root = join(import.meta.dirname, '..');
  return spawnSync(process.execPath, ['checks/cards.ts'], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
