import fc from 'fast-check';
import { type Asked, anyAsked } from './asked.ts';
import { faultsOf, parsed } from './judge.ts';
import type { Office } from './office.ts';
import { sealedAs } from './sealed.ts';
import type { Answer, sender } from './send.ts';
import type { Tally } from './tally.ts';
import { type Wire, wireOf } from './wire.ts';

/** A fault that was found: what it is, and how to come to it again. */
export interface Found {
  what: string;
  seed: number;
  path: string;
  smallest: string;
}

interface Round {
  seed: number;
  /** How many batches. */
  runs: number;
  /** Only what must come to this; the others are left out. */
  only?: Wire['must'] | undefined;
  /** Only what fast-check found on this path, to see it again. */
  path?: string | undefined;
}

/** The most requests of one batch, which go at once. */
export const mostAtOnce = 12;
const mostTries = 150;

interface Needs {
  office: Office;
  send: ReturnType<typeof sender>['send'];
  tally: Tally;
  found: Found[];
  onFound: (found: Found) => void;
}

/** Gives the function that asks one round of questions, and makes the first fault that is new as small as it can. */
export function asksRounds({ office, send, tally, found, onFound }: Needs): (round: Round) => Promise<void> {
  const batches = fc.array(anyAsked(office.operations), { minLength: 1, maxLength: mostAtOnce, size: 'max' });

  const ask = async (asked: Asked, only: Wire['must'] | undefined, counts: boolean): Promise<string[]> => {
    const plain = wireOf(asked, office);
    const wire = await sealedAs(plain, asked, office);
    if (only && wire.must !== only) return [];
    const answer = await send(wire);
    const faults = faultsOf(asked, wire, answer).map((each) => `${each} | ${asked.operation.name}`);
    if (counts) tally.count(wire.must, asked.operation.name, answer, faults);
    if (!('none' in answer)) await afterwards(office, asked, wire, answer);
    return faults;
  };

  return async ({ seed, runs, only, path }) => {
    let shrinking: string | undefined;
    let tries = 0;
    const property = fc.asyncProperty(batches, async (batch) => {
      if (shrinking !== undefined) tries += 1;
      // So often made smaller is small enough: the count is of requests, not of tries at one fault.
      if (tries > mostTries) return;
      const faults = (await Promise.all(batch.map((asked) => ask(asked, only, shrinking === undefined)))).flat();
      // Made smaller, it must stay the same fault; and one that is known is not looked for again.
      const isNew = (each: string) => !found.some(({ what }) => what === each);
      const fault = faults.find((each) => (shrinking ? each === shrinking : isNew(each)));
      if (fault === undefined) return;
      shrinking = fault;
      throw new Error(fault);
    });
    const result = await fc.check(property, { seed, numRuns: runs, ...(path !== undefined && { path }) });
    if (!result.failed) return;
    // What failed without a fault is a mistake of the fuzzer's own.
    if (shrinking === undefined) throw result.errorInstance;
    const smallest = (result.counterexample?.[0] ?? []).map((asked) => shown(asked, office)).join('\n  ');
    const fault = { what: shrinking, seed, path: result.counterexamplePath ?? '', smallest };
    found.push(fault);
    onFound(fault);
  };
}

async function afterwards(
  office: Office,
  { operation, who }: Asked,
  wire: Wire,
  { status, text }: Answer,
): Promise<void> {
  if (status < 300) office.learn(operation, parsed(text), wire);
  const isOut = status === 401 && (parsed(text) as { code?: string } | undefined)?.code === 'sign-in-required';
  if ((isOut && operation.isForStaff) || (operation.name === 'POST /api/auth/sign-out' && status === 204))
    await office.renew(who);
}

/** The request as a person reads it. */
function shown(asked: Asked, office: Office): string {
  const { method, path, headers, bytes, must } = wireOf(asked, office);
  const body = bytes ? ` ${Buffer.from(bytes).toString().slice(0, 400)}` : '';
  const named = headers.filter(([name]) => !['Cookie', 'Origin', 'X-Forwarded-For'].includes(name)).slice(0, 4);
  return `${must}: ${method} ${path.slice(0, 200)} as ${asked.who}, ${asked.flaw} ${JSON.stringify(named)}${body}`;
}
