import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { isRecipient, type Lock, locked } from './age.ts';

const text = Buffer.from('ललितपुर, Canarywan Ownfolk\n'.repeat(20_000));
const lock = async (to: Lock) => await buffer(await locked(Readable.from([text.subarray(0, 70_000), text.subarray(70_000)]), to));

test('a file is opened by its passphrase and by no other, with the program of the format', async () => {
  const sealed = await lock({ passphrase: 'a blue lane leads home' });
  assert.ok(sealed.subarray(0, 40).toString('latin1').startsWith('age-encryption.org/v1\n-> scrypt '));
  assert.ok(!sealed.includes('Canarywan'));
  const right = new Decrypter();
  right.addPassphrase('a blue lane leads home');
  assert.ok(text.equals(Buffer.from(await right.decrypt(new Uint8Array(sealed)))));
  const wrong = new Decrypter();
  wrong.addPassphrase('a blue lane leads away');
  await assert.rejects(wrong.decrypt(new Uint8Array(sealed)));
});

test('a file for several is opened by each of them and by nobody else; a changed byte is found', async () => {
  const [one, two, other] = await Promise.all([generateX25519Identity(), generateX25519Identity(), generateX25519Identity()]);
  const recipients = await Promise.all([one, two].map((identity) => identityToRecipient(identity)));
  const sealed = await lock({ recipients });
  for (const identity of [one, two]) {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    assert.ok(text.equals(Buffer.from(await decrypter.decrypt(new Uint8Array(sealed)))));
  }
  const stranger = new Decrypter();
  stranger.addIdentity(other);
  await assert.rejects(stranger.decrypt(new Uint8Array(sealed)));
  sealed[sealed.length - 100]! ^= 1;
  const decrypter = new Decrypter();
  decrypter.addIdentity(one);
  await assert.rejects(decrypter.decrypt(new Uint8Array(sealed)));
});

test('a public key with a slip of the pen is no public key; a file for nobody is not made', async () => {
  const recipient = await identityToRecipient(await generateX25519Identity());
  assert.equal(await isRecipient(recipient), true);
  assert.equal(await isRecipient(`${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`), false);
  assert.equal(await isRecipient('AGE-SECRET-KEY-1'), false);
  await assert.rejects(lock({ recipients: [] }));
});
