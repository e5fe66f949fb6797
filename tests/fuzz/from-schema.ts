import fc from 'fast-check';
import { anyText } from './any-text.ts';

/** What of JSON Schema 2020-12 the API's description uses. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

/**
 * A value that only the server under test can give: the id of a case, the revision it has now. Drawn by its name and a
 * number, and filled in when the request goes, so that a seed draws the same again.
 */
export class Known {
  readonly name: string;
  readonly pick: number;
  /** What goes when the server has given none yet; undefined leaves the property out. */
  readonly otherwise: unknown;

  constructor(name: string, pick: number, otherwise: unknown) {
    this.name = name;
    this.pick = pick;
    this.otherwise = otherwise;
  }
}

/** Properties and parameters whose values are drawn mostly from what the server knows. */
export const knownNames: ReadonlySet<string> = new Set([
  'revision',
  'followKey',
  'staff',
  'token',
  'teams',
  'team',
  'service',
  'email',
  'password',
  'current',
]);
/** What means something only as it was given: a place in a list. */
export const givenNames: ReadonlySet<string> = new Set(['after']);

/** Draws values that have this shape. What of a schema it does not understand it refuses, for a test that guesses proves nothing. */
export function fromSchema(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  const drawn = plainly(schema, name);
  const isText = schema.type === 'string';
  // Of late, for what is dated is mostly refused when it is not.
  if (schema.format === 'date')
    return fc.oneof({ weight: 3, arbitrary: pickOf('day', drawn) }, { weight: 2, arbitrary: drawn });
  if (isText && givenNames.has(name)) return pickOf(name, fc.constant(undefined));
  return knownNames.has(name) && schema.type !== 'array'
    ? fc.oneof({ weight: 4, arbitrary: pickOf(name, drawn) }, { weight: 1, arbitrary: drawn })
    : drawn;
}

function pickOf(name: string, otherwise: fc.Arbitrary<unknown>): fc.Arbitrary<Known> {
  return fc.tuple(fc.nat({ max: 999 }), otherwise).map(([pick, instead]) => new Known(name, pick, instead));
}

function plainly(schema: Schema, name: string): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const { anyOf: _, oneOf: __, ...rest } = schema;
    return fc.oneof(
      ...choices.map((each) => {
        const required = [...(rest.required ?? []), ...(each.required ?? [])];
        return fromSchema({ ...rest, ...each, ...(required.length > 0 && { required }) }, name);
      }),
    );
  }
  switch (schema.type) {
    case 'object':
      return anObject(schema);
    case 'array':
      return aList(schema, name);
    case 'string':
      return aText(schema);
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? Number.MIN_SAFE_INTEGER,
        max: schema.maximum ?? Number.MAX_SAFE_INTEGER,
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e300, max: schema.maximum ?? 1e300, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`No values are known for ${JSON.stringify(schema)}.`);
  }
}

function anObject({
  properties = {},
  required = [],
  additionalProperties,
  propertyNames,
}: Schema): fc.Arbitrary<unknown> {
  const entries = Object.entries(properties).map(([name, schema]) => [name, fromSchema(schema, name)] as const);
  const named = fc.record(Object.fromEntries(entries), {
    requiredKeys: required.filter((name) => name in properties),
    noNullPrototype: true,
  });
  if (typeof additionalProperties !== 'object') return named;
  const keys = fromSchema(propertyNames ?? { type: 'string', maxLength: 20 }) as fc.Arbitrary<string>;
  return fc.dictionary(keys, fromSchema(additionalProperties), { noNullPrototype: true });
}

function aList(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { items = {}, minItems = 0, maxItems = minItems + 5, uniqueItems } = schema;
  // Up to the limit, which is where mistakes are, but seldom so far.
  const bounds = { minLength: minItems, maxLength: maxItems };
  const each = fromSchema(items, name);
  return uniqueItems ? fc.uniqueArray(each, bounds) : fc.array(each, bounds);
}

function aText(schema: Schema): fc.Arbitrary<string> {
  const { minLength = 0, maxLength, format } = schema;
  const patterns = [schema.pattern, ...(schema.allOf ?? []).map((each) => each.pattern)].filter(
    (each) => each !== undefined,
  );
  const isLong = (text: string) => {
    const length = [...text].length;
    return length >= minLength && (maxLength === undefined || length <= maxLength);
  };
  const regexes = patterns.map((each) => new RegExp(each, 'u'));
  const fits = (text: string) => isLong(text) && regexes.every((each) => each.test(text));
  const ofFormat = format ? byFormat[format] : undefined;
  if (ofFormat) return ofFormat.filter(fits);
  const whole = regexes.find(
    ({ source }) => source.startsWith('^') && source.endsWith('$') && !source.startsWith('^[^'),
  );
  if (whole) return fc.stringMatching(whole, maxLength === undefined ? {} : { maxLength }).filter(fits);
  return anyText(minLength, maxLength ?? 300).filter(fits);
}

const instants = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const lately = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
const someDate = fc.oneof({ weight: 4, arbitrary: lately }, { weight: 1, arbitrary: instants });

const byFormat: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => id.toUpperCase()),
  ),
  date: someDate.map((date) => date.toISOString().slice(0, 10)),
  'date-time': someDate.map((date) => date.toISOString()),
};
