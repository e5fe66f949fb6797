import type { IncomingHttpHeaders } from 'node:http';
import { Problem, problems } from '../../src/domain/problems.ts';
import { planted, rotten } from './any-text.ts';
import type { Asked } from './asked.ts';
import type { Operation } from './operations.ts';
import type { Answer, NoAnswer } from './send.ts';
import type { Wire } from './wire.ts';

/** What every answer must have, whatever was asked; over https strict-transport-security too, which is not asked here. */
const neededHeaders = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

/** With these something is called wrong in itself, whatever the case or the account. */
const callsWrong: ReadonlySet<string> = new Set([
  'malformed-json',
  'invalid-id',
  'invalid-parameter',
  'invalid-submission',
  'invalid-body',
  'unknown-version',
  'unsupported-media-type',
  'too-large',
  'key-missing',
  'key-malformed',
  'foreign-origin',
]);

/** The address or the method is another than the operation's, so other codes may stand beside its own. */
const codesElsewhere: Partial<Record<Asked['flaw'], readonly string[]>> = {
  'another method': ['method-not-allowed'],
  'NUL in the address': ['not-found', 'method-not-allowed', 'invalid-id'],
  'way up the folders': ['not-found', 'method-not-allowed', 'invalid-id'],
  'a long address': ['headers-too-large'],
};

/** What they answer was never told to whoever asks: a receipt repeats nothing. */
const tellsNothingBack: ReadonlySet<string> = new Set([
  'PUT /api/submissions/{id}',
  'PUT /api/submissions/{id}/picture-key',
  'POST /api/follow',
]);

/** What is wrong with an answer, each as a short text that is the same for the same fault; none when all is well. */
export function faultsOf(asked: Asked, wire: Wire, answer: Answer | NoAnswer): string[] {
  const { operation, flaw } = asked;
  if ('none' in answer) return [`hang: ${answer.none}`];
  const { status, headers, text } = answer;
  const faults: string[] = [];
  if (status >= 500) faults.push(`5xx: ${status} ${codeIn(text)}`);
  faults.push(...headerFaults(status, headers));
  if ((status >= 400 || tellsNothingBack.has(operation.name)) && leaks(text))
    faults.push(`leak: in the body of ${status}`);
  if (status >= 400) return [...faults, ...problemFaults(asked, wire, answer)];
  if (wire.must === 'refuse') return [...faults, `invalid accepted: ${status}`];
  return flaw === 'another method' ? faults : [...faults, ...documentFaults(operation, answer)];
}

/** What is wrong with the headers of any answer. */
export function headerFaults(status: number, headers: IncomingHttpHeaders): string[] {
  const missing = neededHeaders.filter((name) => !headers[name]);
  const faults = missing.length > 0 ? [`headers: ${status} without ${missing.join(', ')}`] : [];
  return leaks(JSON.stringify(headers)) ? [...faults, `leak: in a header of ${status}`] : faults;
}

function documentFaults({ answers }: Operation, { status, text }: Answer): string[] {
  if (!answers.has(status)) return [`undocumented: ${status}`];
  const check = answers.get(status);
  return check && !check(parsed(text)) ? [`undocumented: the body of ${status}`] : [];
}

function problemFaults({ operation, flaw }: Asked, wire: Wire, { status, headers, text }: Answer): string[] {
  if (wire.method === 'HEAD') return [];
  if (headers['content-type'] !== 'application/problem+json')
    return [`no problem: ${status} as ${headers['content-type']}`];
  const read = Problem.safeParse(parsed(text));
  if (!read.success) return [`no problem: the body of ${status}`];
  const { code } = read.data;
  const faults: string[] = [];
  if (read.data.status !== status || problems[code].status !== status) faults.push(`no problem: ${code} as ${status}`);
  if ((status === 429 || status === 503) && !headers['retry-after'])
    faults.push(`headers: ${status} without Retry-After`);
  if (wire.must === 'accept' && callsWrong.has(code) && !restsOnCase(read.data.errors))
    faults.push(`valid refused: ${code} ${placesOf(read.data.errors)}`.trim());
  const may = operation.codes.has(code) || codesElsewhere[flaw]?.includes(code) || wire.isElsewhere || status >= 500;
  if (!may) faults.push(`undocumented: ${code} (${flaw ?? 'no flaw'})`);
  return faults;
}

function placesOf(errors: Problem['errors'] = []): string {
  const places = errors.map(({ pointer, code }) => `${pointer.replaceAll(/\d+/g, 'n').slice(0, 60)} ${code}`);
  return places.slice(0, 2).join('; ');
}

// What no shape can say, because it rests on the case: nobody of that name was named in it, nothing was found to learn from.
const ofTheCase: ReadonlySet<string> = new Set([
  ...['unknown', 'required', 'not_allowed', 'same_person', 'must_not_handle'],
  ...['not_later', 'too_early', 'too_far'],
]);

function restsOnCase(errors: Problem['errors'] = []): boolean {
  return errors.length > 0 && errors.every(({ code }) => ofTheCase.has(code));
}

export function leaks(text: string): boolean {
  return text.includes(planted) || text.includes(rotten);
}

function codeIn(text: string): string {
  return (parsed(text) as { code?: string } | undefined)?.code ?? 'no code';
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
