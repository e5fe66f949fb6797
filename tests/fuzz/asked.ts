import fc from 'fast-check';
import { anyText, planted } from './any-text.ts';
import { broken, longBreaks, type TextBreak, textBreaks } from './broken.ts';
import { fromSchema, Known } from './from-schema.ts';
import type { Operation } from './operations.ts';

/** A request as it is drawn: by the seed alone, with what only the server knows left open. */
export interface Asked {
  operation: Operation;
  who: Who;
  parameters: Record<string, unknown>;
  /** A value, and how its text is broken; undefined sends none. */
  body: { value: unknown; textBreak: TextBreak | undefined } | undefined;
  /** What else is wrong with it. */
  flaw: Flaw;
}

export const whos = ['nobody', 'officer', 'manager', 'reader', 'administrator', 'a forged session'] as const;
export type Who = (typeof whos)[number];

/** What may be wrong with a request beside its values. */
export const flaws = [
  'none',
  'another content type',
  'no content type',
  'another charset',
  'broken gzip',
  'good gzip',
  'broken deflate',
  'broken br',
  'an unknown encoding',
  'another method',
  'another site',
  'an origin that is none',
  'the site said to be another',
  'an unknown parameter',
  'a parameter twice',
  'half a percent sign',
  'NUL in the address',
  'a long address',
  'way up the folders',
  'many headers',
  'a header of no letters',
  'a body where none belongs',
  'sealed',
  'sealed and altered',
  'sealed for another',
] as const;
export type Flaw = (typeof flaws)[number];

/** What an address holds, by the words before it. */
const ofPath: [RegExp, string][] = [
  [/\/submissions\/\{id\}/, 'case'],
  [/\/cases\/\{id\}/, 'case'],
  [/\/people\/\{id\}/, 'staff'],
  [/\/links\/\{id\}/, 'link'],
  [/\/sessions\/\{id\}/, 'session'],
];

/** What hashes a password, waits for its turn, or ends what the others need: drawn less often, and never left out. */
const seldom: Record<string, number> = {
  'POST /api/follow': 2,
  'POST /api/auth/sign-in/email': 2,
  'POST /api/auth/sign-out': 1,
  'POST /api/staff/links/use': 4,
  'POST /api/staff/me/password': 2,
  'POST /api/staff/me/second-factor': 2,
  'POST /api/staff/me/second-factor/replacement': 2,
  'POST /api/staff/me/recovery-codes': 2,
  'POST /api/staff/me/sessions/end-others': 1,
  'POST /api/staff/people/{id}/deactivation': 2,
  'POST /api/staff/people/{id}/recovery-link': 4,
  'PUT /api/submissions/{id}/picture-key': 4,
  'GET /api/desk/audit/export': 1,
};
/** What a request about a case needs most: cases, and deep ways into them. */
const often: Record<string, number> = {
  'PUT /api/submissions/{id}': 30,
  'GET /api/desk/cases/{id}': 20,
  'POST /api/desk/cases/{id}/actions': 40,
};

export function anyAsked(operations: readonly Operation[]): fc.Arbitrary<Asked> {
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: seldom[operation.name] ?? often[operation.name] ?? 10,
      arbitrary: askedOf(operation),
    })),
  );
}

function askedOf(operation: Operation): fc.Arbitrary<Asked> {
  const { isForStaff, body, path } = operation;
  // Mostly whoever may come in there: what is behind a closed door is not tried.
  const usual: Who = /^\/api\/(staff|desk\/audit)/.test(path) ? 'administrator' : 'officer';
  const who: fc.Arbitrary<Who> = fc.oneof(
    { weight: 5, arbitrary: fc.constant(isForStaff ? usual : 'nobody') },
    { weight: 1, arbitrary: fc.constantFrom(...whos) },
  );
  const parameters = fc.record(
    Object.fromEntries(operation.parameters.map((each) => [each.name, parameterOf(path, each)])),
    {
      requiredKeys: operation.parameters.filter(({ required }) => required).map(({ name }) => name),
      noNullPrototype: true,
    },
  );
  const flaw: fc.Arbitrary<Flaw> = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Flaw>('none') },
    { weight: 1, arbitrary: fc.constantFrom(...flaws) },
  );
  return fc.record(
    {
      operation: fc.constant(operation),
      who,
      parameters,
      body: body ? bodyOf(operation) : fc.constant(undefined),
      flaw,
    },
    { noNullPrototype: true },
  );
}

function parameterOf(
  path: string,
  { name, in: place, schema }: Operation['parameters'][number],
): fc.Arbitrary<unknown> {
  const known =
    place === 'path'
      ? ofPath.find(([words]) => words.test(path))?.[1]
      : name === 'Authorization'
        ? 'authorization'
        : undefined;
  const plain = fromSchema(
    place === 'path' && !schema.format ? { ...schema, minLength: 1, maxLength: 60 } : schema,
    name,
  );
  const right = known
    ? fc.tuple(fc.nat({ max: 999 }), plain).map(([pick, otherwise]): unknown => new Known(known, pick, otherwise))
    : plain;
  const wrong = fc.oneof(
    anyText(0, 80),
    fc.constantFrom(
      '',
      ' ',
      '.',
      '..',
      'null',
      '-1',
      '1e9',
      '99999999999999999999',
      `${planted}!`,
      `Bearer ${planted}`,
      'Basic YTpi',
      'Deposit',
      "' or 1=1 --",
    ),
  );
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: plain }, { weight: 1, arbitrary: wrong });
}

function bodyOf({ body = {} }: Operation): fc.Arbitrary<NonNullable<Asked['body']>> {
  const valid = fromSchema(body);
  const someBreak = fc.oneof(
    {
      weight: 60,
      arbitrary: fc.constantFrom(
        ...(Object.keys(textBreaks) as TextBreak[]).filter((each) => !longBreaks.includes(each)),
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...longBreaks) },
  );
  const whole = (value: unknown) => ({ value, textBreak: undefined });
  return fc.oneof(
    { weight: 5, arbitrary: valid.map(whole) },
    { weight: 5, arbitrary: broken(valid).map(whole) },
    { weight: 2, arbitrary: fc.tuple(valid, someBreak).map(([value, textBreak]) => ({ value, textBreak })) },
  );
}
