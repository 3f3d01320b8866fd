import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** When a process started, in the kernel's ticks, so that a number used again is not taken for the one before. Undefined where unknown. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Whether a process of that number lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/**
 * Takes a folder for this process alone, by a file in it that names process and start time; the file of a process that is gone
 * is taken over. Returns what gives it back. Throws where another Olle lives there.
 */
export function lockFolder(file: string, folder: string): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${process.pid} ${startOf(process.pid) ?? ''}\n`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
    const [pid, start] = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
    const number = Number(pid);
    const lives = number > 0 && isAlive(number) && (!start || startOf(number) === undefined || startOf(number) === start);
    if (lives)
      throw new Error(
        `Another Olle (process ${number}) is using the folder ${folder}. Stop it first, or set OLLE_FOLDER to a folder of its own.`,
      );
    rmSync(file, { force: true });
  }
  throw new Error(`The folder ${folder} could not be taken: something else keeps making ${file}.`);
}
