import { Known } from './from-schema.ts';

/** Text that stands in a body as it is: what no value of JavaScript becomes, such as 1e400 or brackets without end. */
export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Gives what is known by this name; undefined when nothing is. */
export type Recall = (known: Known) => unknown;

/** The value as it is sent: what the server knows filled in, and texts that are no values as they stand. */
export function written(value: unknown, recall: Recall): string {
  if (value instanceof Raw) return value.text;
  const plain = filledIn(value, recall);
  if (Array.isArray(plain)) return `[${plain.map((each) => written(each, recall)).join(',')}]`;
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain) ?? 'null';
  const entries = Object.entries(plain).flatMap(([name, each]) =>
    filledIn(each, recall) === undefined ? [] : [`${JSON.stringify(name)}:${written(each, recall)}`],
  );
  return `{${entries.join(',')}}`;
}

export function filledIn(value: unknown, recall: Recall): unknown {
  if (!(value instanceof Known)) return value;
  const known = recall(value);
  return known === undefined ? filledIn(value.otherwise, recall) : known;
}
