import { FollowKey } from './keys.ts';

/** How a text differs from a key. */
export type Difference =
  | { how: 'too-short'; missing: number }
  | { how: 'too-long'; extra: number }
  | { how: 'other-letters'; letters: string[] };

/** What a person gave, as read here, or why it could not be used. */
export type ReadKey =
  | { followKey: FollowKey }
  | { reason: 'empty' }
  | ({ reason: 'not-a-key' } & Difference)
  /** For another installation: its host, and the whole link to it. */
  | { reason: 'other-address'; host: string; link: string };

const shortest = 22;
const longest = 86;

/** The address at which whoever has the key follows. What stands behind `#` never reaches a server. */
export function followLink(origin: string, followKey: FollowKey): string {
  return `${origin}/follow#key=${followKey}`;
}

/**
 * Reads a key out of whatever somebody pastes or types: a whole link, broken by a mail or not, the key alone, or the
 * text of the file that holds the link. `origin` is the address of this installation, without a slash at its end.
 */
export function readFollowKey(given: string, origin: string): ReadKey {
  const text = plain(given);
  if (!text) return { reason: 'empty' };
  const marked = /(?:#|%23)\s*k\s*e\s*y\s*(?:=|%3d)/i.exec(text);
  if (!marked) return checked(withoutEdges(text.replaceAll(/\s/g, '')));
  const read = checked(keyAtBeginning(text.slice(marked.index + marked[0].length)));
  if (!('followKey' in read)) return read;
  const { scheme, host } = addressAtEnd(text.slice(0, marked.index));
  if (!host || host === hostOf(origin)) return read;
  return { reason: 'other-address', host, link: followLink(`${scheme}://${host}`, read.followKey) };
}

// As it was before it passed through a mail or a keyboard that means well: no marks that nobody sees, no signs of a
// quotation, and hyphens instead of the dashes made of them.
function plain(given: string): string {
  return given
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/%20/g, ' ')
    .replaceAll(/^[ \t]*(?:>[> \t]*)/gm, '')
    .replaceAll(/[‐‑‒–−]/g, '-')
    .replaceAll('—', '--')
    .trim();
}

/**
 * A mail may have broken the link, so what follows is joined until it is long enough. Keys made by this app are of the
 * shortest length, and with them this is exact; a longer one that was broken as well is read too short, and not known.
 */
function keyAtBeginning(text: string): string {
  let key = '';
  for (const part of text.trim().split(/\s+/)) {
    const [run = ''] = /^[\w-]*/.exec(part) ?? [];
    if (run !== part && key.length + run.length < shortest) return key + withoutEdges(part);
    key += run;
    if (run !== part || key.length >= shortest) break;
  }
  return key;
}

function checked(key: string): ReadKey {
  const letters = [...new Set(key.match(/[^\w-]/gu))];
  if (letters.length > 0) return { reason: 'not-a-key', how: 'other-letters', letters };
  if (key.length < shortest) return { reason: 'not-a-key', how: 'too-short', missing: shortest - key.length };
  if (key.length > longest) return { reason: 'not-a-key', how: 'too-long', extra: key.length - longest };
  return { followKey: FollowKey.parse(key) };
}

// Quotation marks, brackets, a full stop. What is nothing else stays, to be said of it what it is.
function withoutEdges(text: string): string {
  return text.replaceAll(/^[^\w-]+|[^\w-]+$/g, '') || text;
}

function addressAtEnd(text: string): { scheme: string; host: string | undefined } {
  const whole = /.*(https?):\/\/([^/?]*)/is.exec(text.replaceAll(/\s/g, ''));
  if (whole) return { scheme: (whole[1] ?? '').toLowerCase(), host: hostOf(whole[2] ?? '') };
  // Without the scheme, as browsers show it and people write it down.
  const [host = ''] = (text.trim().split(/\s+/).at(-1) ?? '').split('/');
  return { scheme: 'https', host: /[.:]/.test(host) ? hostOf(host) : undefined };
}

function hostOf(address: string): string | undefined {
  const host = address.toLowerCase().replace(/^https?:\/\//, '');
  // Whatever stands before an @ is no host, only dressed up as one.
  return /(?:^|@)([\p{L}\p{N}.-]+(?::\d+)?)$/u.exec(host)?.[1]?.replace(/:(443|80)$/, '');
}
