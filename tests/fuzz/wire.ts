import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { planted, rotten } from './any-text.ts';
import type { Asked, Flaw } from './asked.ts';
import { textBreaks } from './broken.ts';
import { withFlaw } from './flaw.ts';
import { Known } from './from-schema.ts';
import type { CaseKnown, Office } from './office.ts';
import { filledIn, type Recall, written } from './written.ts';

/** A request as it goes, and what must come of it. */
export interface Wire {
  method: string;
  path: string;
  headers: [string, string][];
  bytes: Uint8Array | undefined;
  /** `accept`: it is of the documented shape and must not be called wrong. `refuse`: it is not. */
  must: 'accept' | 'refuse' | 'either';
  /** Its address may be another operation's, or nobody's. */
  isElsewhere: boolean;
  id: string | undefined;
  key: string | undefined;
  /** SHA-256 of the follow key, as somebody says it who carries. */
  deposit: string | undefined;
}

const mostBytes = 512 * 1024;

export function wireOf(asked: Asked, office: Office): Wire {
  const { operation, who } = asked;
  const recall = recallFor(asked, office);
  const given = givenIn(asked, recall);
  const isIn = (place: string) => operation.parameters.filter((each) => each.in === place && given.has(each.name));
  const path = isIn('path').reduce(
    (made, { name }) => made.replace(`{${name}}`, encodeURIComponent(given.get(name) ?? '')),
    operation.path,
  );
  const query = new URLSearchParams(isIn('query').map(({ name }) => [name, given.get(name) ?? '']));
  const bytes = bytesOf(asked, recall);
  const cookie = office.cookieOf(who);
  const isPathOdd = isIn('path').some(({ name }) => ['', '.', '..'].includes(given.get(name) ?? ''));
  const wire: Wire = {
    method: operation.method,
    path: `${path}${query.size > 0 ? `?${query}` : ''}`,
    headers: [
      ...isIn('header').map(({ name }): [string, string] => [name, given.get(name) ?? '']),
      ...(cookie ? [['Cookie', cookie] as [string, string]] : []),
      // Each asks from a network of its own, as behind a proxy, so that guessing is slowed for all together only.
      ['X-Forwarded-For', office.nextNetwork()],
      ...(bytes ? [['Content-Type', 'application/json'] as [string, string]] : []),
      ['Origin', office.heard.url],
    ],
    bytes,
    must: mustOf(asked, given, bytes, isPathOdd || isUnclear(asked, given, office)),
    isElsewhere: isPathOdd,
    id: given.get('id'),
    key: /^Bearer (\S+)$/.exec(given.get('Authorization') ?? '')?.[1],
    deposit: /^Deposit (\S{43})$/.exec(given.get('Authorization') ?? '')?.[1],
  };
  const flawed = withFlaw(wire, asked);
  return compressed(flawed.must === 'refuse' ? marked(flawed) : flawed, asked.flaw);
}

type Given = ReadonlyMap<string, string>;

function givenIn({ parameters }: Asked, recall: Recall): Given {
  const entries = Object.entries(parameters).map(([name, value]) => [name, filledIn(value, recall)] as const);
  return new Map(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, headerSafe(name, String(value))] as const])),
  );
}

function bytesOf({ body }: Asked, recall: Recall): Uint8Array | undefined {
  if (!body) return undefined;
  const text = written(body.value, recall);
  const sent: string | Uint8Array = body.textBreak ? textBreaks[body.textBreak](text) : text;
  return Buffer.from(sent as string);
}

function mustOf(
  { operation, who }: Asked,
  given: Given,
  bytes: Uint8Array | undefined,
  unclear: boolean,
): Wire['must'] {
  if (operation.isForStaff && (who === 'nobody' || who === 'a forged session')) return 'refuse';
  if (unclear) return 'either';
  const areParameters = operation.parameters.every(({ name, required }) => {
    const value = given.get(name);
    return value === undefined ? !required : operation.isParameter(name, value);
  });
  return areParameters && (bytes === undefined || isBody(operation.isBody, bytes)) ? 'accept' : 'refuse';
}

/** What no shape decides: a place in a list that was not given, and a mark that a reader of JSON may overlook. */
function isUnclear({ operation, body }: Asked, given: Given, { pools }: Office): boolean {
  if (body?.textBreak === 'a byte order mark') return true;
  if (hasPlace(body?.value)) return true;
  const isPlace = operation.parameters.some(({ name, schema }) => name === 'after' && schema.type === 'string');
  const after = given.get('after');
  return isPlace && after !== undefined && !pools.get('after')?.includes(after);
}

// A cursor in a body that was changed on the way is no place any more.
function hasPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'after' in value && !(value.after instanceof Known);
}

/** What a request means when it says "the case": one and the same in its address, its key and its body. */
function recallFor({ operation, parameters }: Asked, { cases, pools }: Office): Recall {
  const isPut = operation.name === 'PUT /api/submissions/{id}';
  const asksFor = Object.values(parameters).find(
    (each) => each instanceof Known && ['case', 'authorization'].includes(each.name),
  ) as Known | undefined;
  // Two of three submissions are new; the others say something more about one that is there.
  const isNew = isPut && (asksFor?.pick ?? 0) % 3 > 0;
  const current: CaseKnown | undefined = isNew ? undefined : cases[(asksFor?.pick ?? 0) % Math.max(1, cases.length)];
  return ({ name, pick }) => {
    if (name === 'case') return current?.id;
    if (name === 'authorization') return current && `Bearer ${current.key}`;
    if (name === 'revision') return current?.revision;
    if (name === 'day') return new Date(Date.now() - (pick % 8) * 86_400_000).toISOString().slice(0, 10);
    const known = pools.get(name) ?? [];
    return known[pick % Math.max(1, known.length)];
  };
}

function isBody(check: (value: unknown) => boolean, bytes: Uint8Array): boolean {
  if (bytes.length > mostBytes) return false;
  try {
    return check(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)));
  } catch {
    return false;
  }
}

function headerSafe(name: string, text: string): string {
  if (name !== 'Authorization') return text;
  // As HTTP carries it: bytes that are no control characters, without the white space around them.
  return [...Buffer.from(text).toString('latin1')]
    .filter((each) => each >= ' ' && each !== '\x7f')
    .join('')
    .trim();
}

/** Marks what must be refused, so that it can be told from what may be kept. */
function marked(wire: Wire): Wire {
  const mark = (text: string) => text.replaceAll(planted, rotten);
  const bytes = wire.bytes && Buffer.from(mark(Buffer.from(wire.bytes).toString('latin1')), 'latin1');
  const headers = wire.headers.map(([name, value]): [string, string] => [mark(name), mark(value)]);
  return { ...wire, path: mark(wire.path), headers, bytes };
}

function compressed(wire: Wire, flaw: Flaw): Wire {
  const { bytes } = wire;
  if (!bytes) return wire;
  const cut = (whole: Buffer) => whole.subarray(0, Math.max(1, whole.length - 9));
  if (flaw === 'good gzip') return { ...wire, bytes: gzipSync(bytes) };
  if (flaw === 'broken gzip') return { ...wire, bytes: cut(gzipSync(bytes)) };
  if (flaw === 'broken deflate') return { ...wire, bytes: cut(deflateSync(bytes)) };
  return flaw === 'broken br' ? { ...wire, bytes: cut(brotliCompressSync(bytes)) } : wire;
}
