import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The master key of an instance, from a file of 64 hexadecimal digits. Made with mode 0600 at first start.
 * Throws where the file is not such a key, or is missing although `mayCreate` is false (a database without its key is unreadable:
 * making a new one would hide that).
 */
export function loadMasterKey(file: string, mayCreate: boolean): Buffer {
  if (!existsSync(file)) {
    if (!mayCreate)
      throw new Error(
        `The key file ${file} is missing, and without it nothing sealed in this database can be read. Put the file back from its safe copy, then start again.`,
      );
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new Error(`The key file ${file} must hold 64 hexadecimal digits. Put the right file back, then start again.`);
  return Buffer.from(text, 'hex');
}
