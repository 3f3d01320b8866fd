import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { test } from 'node:test';
import { isPublic, isPublicUrl, lookupPublic } from './publicAddress.ts';

test('addresses of this machine, of the house, of providers and of many are not public', () => {
  for (const inside of ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', 'nonsense'])
    assert.equal(isPublic(inside), false, inside); // biome-ignore format: a list
  for (const outside of ['203.0.114.1', '8.8.8.8', '2606:4700:4700::1111']) assert.equal(isPublic(outside), true, outside);
});

test('only HTTPS on its usual port, to a name or address of the open internet', () => {
  for (const wrong of ['http://push.example.com/x', 'https://127.0.0.1/x', 'https://0x7f.1/x', 'https://2130706433/', 'https://[::1]/x', 'https://[::ffff:192.168.0.1]/', 'https://localhost/x', 'https://intranet/x', 'https://push.example.com:8443/x', 'https://user:word@push.example.com/x', 'https://metadata.google.internal/', 'https://nas.local/', 'file:///etc/passwd', 'push'])
    assert.equal(isPublicUrl(wrong), false, wrong); // biome-ignore format: a list
  for (const right of ['https://fcm.googleapis.com/fcm/send/x', 'https://updates.push.services.mozilla.com/wpush/v2/x', 'https://web.push.apple.com/x'])
    assert.equal(isPublicUrl(right), true, right); // biome-ignore format: a list
});

test('a name that leads into the house is not found', async () => {
  for (const all of [true, false]) {
    const error = await new Promise<NodeJS.ErrnoException | null>((done) =>
      lookupPublic('localhost', { all }, (failure: NodeJS.ErrnoException | null, _: string | LookupAddress[]) => done(failure)),
    );
    assert.equal(error?.code, 'ENOTFOUND');
  }
});
