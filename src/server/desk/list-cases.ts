import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { isClosedTo } from '../../domain/case-facts.ts';
import { type CaseMaterial, caseSummary, type Told } from '../../domain/case-view.ts';
import { type Instant, londonDate } from '../../domain/dates.ts';
import { CaseList, CaseQuery, pageSize, soonDays } from '../../domain/desk-list.ts';
import { isKeptFrom, namedPeople } from '../../domain/named-people.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { readAsked } from '../../domain/search-terms.ts';
import { may, type Officer } from '../../domain/staff.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { countCases, listPage, type Place } from '../store/case-list.ts';
import type { Db } from '../store/database.ts';
import { bringUpToDate } from '../store/keep-index.ts';
import { listLeft } from '../store/staff.ts';
import { visibleTo } from '../store/visible-to.ts';
import { problemAnswers } from '../web/problem-response.ts';
import { behindSession, withBody } from '../web/staff-problems.ts';
import { readSummaryMaterials } from './case-materials.ts';
import { listParameters } from './list-parameters.ts';

/** The list of cases: which and in what order by the index, and each as its events and words make it. */

export const listDescription = describeRoute({
  operationId: 'listCases',
  summary: 'The cases, the most urgent first, a page at a time, and how many there are of each sort',
  description:
    'Not safe first, until staff have seen to it; then what nobody has opened yet; then by the date that is due next, ' +
    'and at the end those with nothing to wait for. A page has 50 at most; `next` leads to the one after it, and no ' +
    'case comes twice or is left out because others come. The counts are of everything you may see, whatever you ask for.',
  security: [{ session: [] }],
  parameters: listParameters,
  responses: {
    200: { description: 'The cases.', content: { 'application/json': { schema: resolver(CaseList) } } },
    ...problemAnswers(...behindSession, 'invalid-parameter'),
  },
});

export const searchDescription = describeRoute({
  operationId: 'searchCases',
  summary: 'The same list, asked for without an address',
  description:
    'Takes in a body what the list takes in its address, and answers alike. For words and names: servers on the way ' +
    'may write addresses down.',
  security: [{ session: [] }],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: resolver(CaseQuery), example: { q: 'ring tues', filter: 'late' } } },
  },
  responses: {
    200: { description: 'The cases.', content: { 'application/json': { schema: resolver(CaseList) } } },
    ...problemAnswers(...behindSession, ...withBody),
  },
});

interface ListNeeds {
  db: Db;
  procedure: Procedure;
  /** The e-mail address of who sees a case that is kept from every officer. */
  fallback: string;
}

/** Who looks, and when. */
interface Looking {
  officer: Officer;
  at: Instant;
}

export async function listCases(
  { db, procedure, fallback }: ListNeeds,
  { officer, at }: Looking,
  { q = '', after, ...chosen }: CaseQuery,
): Promise<CaseList | { problem: ProblemCode; errors: { pointer: string; code: string }[] }> {
  const place = after === undefined ? undefined : readPlace(after);
  if (after !== undefined && !place) {
    return { problem: 'invalid-parameter', errors: [{ pointer: '/after', code: 'invalid_format' }] };
  }
  const asOf = londonDate(at);
  await bringUpToDate(db, procedure, at);
  const soon = addWorkingDays(asOf, soonDays);
  const left = await listLeft(db);
  const seesWorse = may(officer, 'see-cases');
  const asking = {
    visible: await visibleTo(db, officer, { fallback, at }),
    seesWorse,
    assignee: officer.id,
    left: [...left],
    today: asOf,
    soon,
  };
  const wanted = { ...chosen, after: place, asked: q.trim() ? readAsked(q) : undefined };
  const found = await listPage(db, asking, wanted);
  const shown = found.slice(0, pageSize);
  const materials = (await readSummaryMaterials(db, shown, left)).filter((each) => !isClosedTo(officer, each, at));
  const unread = new Set(shown.flatMap((each) => (each.unread ? [each.caseId] : [])));
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  return {
    asOf,
    at,
    cases: materials.map((each) => ({
      ...caseSummary(each, procedure, at),
      ...(!(seesWorse && isNotAbout(officer, each)) && { worse: null }),
      unread: unread.has(each.id),
    })),
    next: last ? writePlace(last) : null,
    counts: await countCases(db, asking),
  };
}

// Whoever is let into a case that is kept from them may be why things are worse.
function isNotAbout(officer: Officer, { events, versions }: CaseMaterial<Told>): boolean {
  return !isKeptFrom(officer, namedPeople(events, versions));
}

const dateOrInstant = z.string().check(z.regex(/^[\d:.TZ-]{10,30}$/));
// Beyond what a column of integers holds, one database would refuse it.
const int = z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1));
const KeptPlace = z.tuple([int, dateOrInstant, dateOrInstant, int]);

function writePlace({ rank, place, receivedAt, number }: Place): string {
  return Buffer.from(JSON.stringify([rank, place, receivedAt, number])).toString('base64url');
}

function readPlace(text: string): Place | undefined {
  try {
    const parsed = KeptPlace.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    if (!parsed.success) return undefined;
    const [rank, place, receivedAt, number] = parsed.data;
    return { rank, place, receivedAt, number };
  } catch {
    return undefined;
  }
}
