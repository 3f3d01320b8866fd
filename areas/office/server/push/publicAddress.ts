import { lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address of a machine is one of the open internet: not of this machine, of the house, of a provider's inside, nor for several. */
export const isPublic = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** Whether something may be sent to an address of the web that somebody else named: over HTTPS, on its usual port, without a password in it. */
export function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A bare name is one of the house's own network.
  return ipaddr.isValid(host)
    ? isPublic(host)
    : /\.[a-z][\w-]*\.?$/i.test(host) && !/\.(local|internal|localhost|home\.arpa|lan)\.?$/i.test(host);
}

/**
 * Looks a name up as Node does, and gives public addresses alone: the connection is made to what was looked at, so a name that means
 * another machine a moment later gains nothing.
 */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, [], 0);
    const open = found.filter(({ address }) => isPublic(address));
    if (open.length === 0) return done(Object.assign(new Error('no public address'), { code: 'ENOTFOUND' }), [], 0);
    return options.all ? done(null, open) : done(null, open[0]!.address, open[0]!.family);
  });
};
