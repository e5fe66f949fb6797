import { isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The network that somebody asks from: the first 24 bits of an IPv4 address, the first 64 of an IPv6 one. Only to
 * slow down guessing, and never kept: see `networkPlace`. Behind a proxy on this machine it is what the proxy says last.
 */
export function networkOf(c: Context): string {
  const address = peerOf(c);
  const isFromProxy = address !== undefined && isOwnMachine(address);
  const forwarded = isFromProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return networkOfAddress(forwarded ?? address ?? '');
}

export function networkOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain.split('.').slice(0, 3).join('.');
  // The parser of addresses in URLs writes each in one way.
  if (isIPv6(plain)) return firstGroups(new URL(`http://[${plain.split('%')[0]}]`).hostname.slice(1, -1));
  return 'unknown';
}

function firstGroups(address: string): string {
  const [before = '', after] = address.split('::');
  const head = before ? before.split(':') : [];
  const tail = after ? after.split(':') : [];
  const gap = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(gap).fill('0'), ...tail].slice(0, 4).join(':');
}

function isOwnMachine(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./i.test(address);
}

// Without a socket, as in tests of the routes alone, nobody knows.
function peerOf(c: Context): string | undefined {
  return c.env && 'incoming' in c.env ? getConnInfo(c).remote.address : undefined;
}
