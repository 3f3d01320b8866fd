import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfiguration } from './configuration.ts';

const mail = {
  OLLE_ADDRESS: 'https://olle.example.org/',
  OLLE_SMTP_URL: 'smtps://olle:secret@mail.example.org',
  OLLE_MAIL_FROM: 'Olle <olle@example.org>',
};

test('nothing leaves the house unless it is set up', () => assert.deepEqual(readConfiguration({}).outside, {}));

test('mail and push are set up by what they need together', () => {
  assert.deepEqual(readConfiguration({ ...mail, OLLE_PUSH: 'on' }).outside, {
    address: 'https://olle.example.org',
    mail: { server: 'smtps://olle:secret@mail.example.org', from: 'Olle <olle@example.org>' },
    push: true,
  });
});

test('half of it, or what cannot be, is refused in words that name the setting and never the password', () => {
  const refused = (environment: Record<string, string>, name: RegExp) =>
    assert.throws(
      () => readConfiguration(environment),
      (error: Error) => name.test(error.message) && !error.message.includes('secret'),
    );
  refused({ ...mail, OLLE_MAIL_FROM: '' }, /OLLE_SMTP_URL and OLLE_MAIL_FROM/);
  refused({ ...mail, OLLE_ADDRESS: '' }, /OLLE_ADDRESS/);
  refused({ ...mail, OLLE_SMTP_URL: 'https://olle:secret@mail.example.org' }, /OLLE_SMTP_URL/);
  refused({ ...mail, OLLE_SMTP_URL: 'secret' }, /OLLE_SMTP_URL/);
  refused({ ...mail, OLLE_MAIL_FROM: 'nobody' }, /OLLE_MAIL_FROM/);
  refused({ OLLE_PUSH: 'on' }, /OLLE_ADDRESS/);
  refused({ OLLE_PUSH: 'on', OLLE_ADDRESS: 'http://olle.example.org' }, /https/);
  refused({ OLLE_PUSH: 'yes' }, /OLLE_PUSH/);
});
