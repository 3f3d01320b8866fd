import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '../../../platform/decider/index.ts';

/** Argon2id (the library's default kind) with OWASP's least cost: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const leastLength = 12;
const common = /^(password|123456|qwerty|letmein|welcome|iloveyou|admin|000000|111111|abc123)/i;

/** One password, whichever way a keyboard composes its letters (NIST SP 800-63B 3.1.1.2: NFKC before hashing). */
const composed = (password: string) => password.normalize('NFKC');

export const hashPassword = async (password: string): Promise<string> => await hash(composed(password), cost);

let decoy: Promise<string> | undefined;
/** Whether the password belongs to the hash. Without a hash (an unknown user) it takes as long and says no. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(stored ?? (await decoy), composed(password));
  return stored !== undefined && right;
}

/** Why a password will not do; undefined where it will. Length is what counts (NIST SP 800-63B); what everybody tries first is refused. */
export function weakness(password: string): Refusal | undefined {
  if ([...composed(password)].length < leastLength) return refuse('accounts.password-too-short', { least: leastLength }, ['/password']);
  if (common.test(password) || new Set(password).size < 4) return refuse('accounts.password-too-common', {}, ['/password']);
  return undefined;
}

/** A password nobody chose: 20 letters and digits that are not mistaken for one another, in fours. */
export function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const drawn = Array.from(randomBytes(60), (byte) => (byte < letters.length * 8 ? letters[byte % letters.length] : ''))
    .join('')
    .slice(0, 20);
  return drawn.length < 20 ? makePassword() : drawn.replace(/(.{4})(?=.)/g, '$1-');
}
