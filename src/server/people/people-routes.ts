import { type Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { ZodMiniType } from 'zod/mini';
import type { Instant } from '../../domain/dates.ts';
import { Deactivated, Invitation, IssuedLink, OpenCases, People, Person, Posting } from '../../domain/people-api.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import type { Officer } from '../../domain/staff.ts';
import { changes, noteAct, reads } from '../audit/acts.ts';
import { changeAndRecord, isRefused } from '../audit/change-and-record.ts';
import type { Connection } from '../store/database.ts';
import { findStaff, hasAccount } from '../store/staff.ts';
import { removeStaffLink } from '../store/staff-links.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { may } from '../web/may.ts';
import type { OfficerEnv, SignedIn } from '../web/officer-env.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { sameOrigin } from '../web/same-origin.ts';
import { behindSession, withBody } from '../web/staff-problems.ts';
import { exampleInvitation, examplePosting, idParameter } from './examples.ts';
import type { PeopleNeeds } from './needs.ts';
import {
  type Change,
  type Changed,
  changePosting,
  deactivate,
  deactivated,
  listPeople,
  reactivate,
  resetSecondFactor,
} from './people.ts';
import { issueLink, type MailLink, openLinks } from './staff-links.ts';

interface Needs extends PeopleNeeds {
  now: () => Instant;
  signedIn: SignedIn;
  /** The ids of the council's teams. */
  teams: ReadonlySet<string>;
  /** Undefined when no mail server is set. */
  mailLink: MailLink | undefined;
  /** The references of the cases that are given to somebody and not closed. */
  openCasesOf: (staffId: string, asker: Officer) => Promise<string[]>;
  /** How many cases nobody at the desk sees. */
  seenByNobody: () => Promise<number>;
}

const noStore = { 'Cache-Control': 'no-store' };
const changing = [...behindSession, 'foreign-origin', 'not-found'] as const;

function describe<Body, Answer>(
  [operationId, summary]: [string, string],
  answer: { status?: 200 | 201; schema: ZodMiniType<Answer> } | undefined,
  problems: readonly ProblemCode[],
  more: { on?: string; body?: { schema: ZodMiniType<Body>; example: Body }; description?: string } = {},
) {
  const { on, body, description } = more;
  const done = answer
    ? {
        [answer.status ?? 200]: {
          description: 'Done.',
          content: { 'application/json': { schema: resolver(answer.schema) } },
        },
      }
    : { 204: { description: 'Done.' } };
  return describeRoute({
    operationId,
    summary,
    ...(description && { description }),
    security: [{ session: [] }],
    ...(on && { parameters: [idParameter(on)] }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: resolver(body.schema), example: body.example } },
      },
    }),
    responses: { ...done, ...problemAnswers(...problems) },
  });
}

const ofAccount = 'The id of the account.';
const descriptions = {
  list: describe(
    ['listPeople', 'Every account at the desk, and the links that are still good'],
    { schema: People },
    [...behindSession, 'foreign-origin'],
    {
      description:
        '`seenByNobody` counts the cases that are kept from every officer and from whom the council’s file names for ' +
        'these: somebody else must be invited as an officer.',
    },
  ),
  invite: describe(
    ['invitePerson', 'Invite a colleague'],
    { status: 201, schema: IssuedLink },
    [...behindSession, ...withBody, 'account-exists', 'unknown-team'],
    {
      body: { schema: Invitation, example: exampleInvitation },
      description:
        'The link works once, for seven days, and stands in this answer alone. A second takes the place of the first.',
    },
  ),
  endLink: describe(['endLink', 'End a link that was not used'], undefined, changing, { on: 'The id of the link.' }),
  post: describe(
    ['changePosting', 'Change what somebody is at the desk'],
    { schema: Person },
    [...changing, ...withBody, 'not-yourself', 'last-administrator', 'unknown-team'],
    { on: ofAccount, body: { schema: Posting, example: examplePosting } },
  ),
  openCases: describe(
    ['listOpenCasesOf', 'What is still given to somebody'],
    { schema: OpenCases },
    [...behindSession, 'foreign-origin', 'not-found'],
    {
      on: ofAccount,
    },
  ),
  deactivate: describe(
    ['deactivatePerson', 'Close an account, and end its sessions'],
    { schema: Deactivated },
    [...changing, 'last-administrator'],
    {
      on: ofAccount,
      description: 'What they wrote stays, under their name. Their cases are to be given to somebody else.',
    },
  ),
  reactivate: describe(['reactivatePerson', 'Open an account again'], { schema: Person }, changing, { on: ofAccount }),
  reset: describe(
    ['resetSecondFactor', 'Take a second factor away, whose phone is gone'],
    { schema: Person },
    [...changing, 'second-factor-off'],
    { on: ofAccount },
  ),
  recover: describe(
    ['issueRecoveryLink', 'Make a link with which somebody chooses a new password'],
    { status: 201, schema: IssuedLink },
    changing,
    {
      on: ofAccount,
      description: 'Never sent by e-mail: hand it over to the person you know. It leaves the second factor as it is.',
    },
  ),
};

/** `/api/staff/people` and `/api/staff/links`: what administrators do. */
export function peopleRoutes({
  now,
  signedIn,
  teams,
  mailLink,
  openCasesOf,
  seenByNobody,
  ...needs
}: Needs): Hono<OfficerEnv> {
  const { db, origins, settings } = needs;
  const guards = [signedIn, may('manage-people'), sameOrigin(origins), limitBody()] as const;
  const areTeams = (posting: Posting) => posting.teams.every((team) => teams.has(team));
  const changeOf = (c: Context<OfficerEnv>): Change => ({
    by: c.get('officer'),
    id: c.req.param('id') ?? '',
    at: now(),
  });
  const make = async (c: Context<OfficerEnv>, work: (trx: Connection, change: Change) => Promise<Changed>) => {
    const changed = await changeAndRecord(c, db, (trx) => work(trx, changeOf(c)));
    return isRefused(changed) ? problemResponse(c, changed.problem) : c.json(changed.person, 200, noStore);
  };

  return new Hono<OfficerEnv>()
    .get('/staff/people', descriptions.list, reads('people-listed'), ...guards, async (c) =>
      c.json(
        { people: await listPeople(needs), links: await openLinks(needs, now()), seenByNobody: await seenByNobody() },
        200,
        noStore,
      ),
    )
    .post('/staff/invitations', descriptions.invite, changes('person-invited'), ...guards, async (c) => {
      const read = await readJson(c, Invitation);
      if ('refusal' in read) return read.refusal;
      if (!areTeams(read.body)) return problemResponse(c, 'unknown-team');
      if (await hasAccount(db, read.body.email)) return problemResponse(c, 'account-exists');
      const issued = await changeAndRecord(c, db, async (trx) => {
        const link = await issueLink(trx, settings.publicUrl, { ...read.body, userId: null }, now());
        noteAct(c, { details: { link: link.id, ...given(read.body) } });
        return link;
      });
      if (isRefused(issued)) return problemResponse(c, issued.problem);
      const { email, name } = read.body;
      const isSent = await mailLink?.({ to: email, name, link: issued.link, expiresAt: issued.expiresAt });
      return c.json({ ...issued, mail: isSent === undefined ? 'off' : isSent ? 'sent' : 'failed' }, 201, noStore);
    })
    .post('/staff/links/:id/ending', descriptions.endLink, changes('staff-link-ended'), ...guards, async (c) => {
      const ended = await changeAndRecord(c, db, async (trx) =>
        (await removeStaffLink(trx, c.req.param('id'))) ? {} : { problem: 'not-found' },
      );
      return isRefused(ended) ? problemResponse(c, ended.problem) : c.body(null, 204, noStore);
    })
    .post('/staff/people/:id/posting', descriptions.post, changes('person-posted'), ...guards, async (c) => {
      const read = await readJson(c, Posting);
      if ('refusal' in read) return read.refusal;
      if (!areTeams(read.body)) return problemResponse(c, 'unknown-team');
      noteAct(c, { details: given(read.body) });
      return make(c, (trx, change) => changePosting(trx, change, read.body));
    })
    .get('/staff/people/:id/open-cases', descriptions.openCases, reads('open-cases-read'), ...guards, async (c) => {
      const id = c.req.param('id');
      if (!(await findStaff(db, id))) return problemResponse(c, 'not-found');
      return c.json({ references: await openCasesOf(id, c.get('officer')) }, 200, noStore);
    })
    .post(
      '/staff/people/:id/deactivation',
      descriptions.deactivate,
      changes('person-deactivated'),
      ...guards,
      async (c) => {
        const changed = await changeAndRecord(c, db, (trx) => deactivate(trx, changeOf(c)));
        if (isRefused(changed)) return problemResponse(c, changed.problem);
        const openCases = await openCasesOf(c.req.param('id'), c.get('officer'));
        return c.json(deactivated(changed.person, openCases), 200, noStore);
      },
    )
    .post('/staff/people/:id/reactivation', descriptions.reactivate, changes('person-reactivated'), ...guards, (c) =>
      make(c, reactivate),
    )
    .post('/staff/people/:id/second-factor-reset', descriptions.reset, changes('second-factor-reset'), ...guards, (c) =>
      make(c, (trx, change) => resetSecondFactor(trx, settings.engine, change)),
    )
    .post(
      '/staff/people/:id/recovery-link',
      descriptions.recover,
      changes('recovery-link-made'),
      ...guards,
      async (c) => {
        const issued = await changeAndRecord(c, db, async (trx) => {
          const found = await findStaff(trx, c.req.param('id'));
          if (!found?.isActive) return { problem: 'not-found' };
          return issueLink(trx, settings.publicUrl, { ...found, userId: found.id }, now());
        });
        if (isRefused(issued)) return problemResponse(c, issued.problem);
        return c.json({ ...issued, mail: 'off' }, 201, noStore);
      },
    );
}

/** What somebody may do from now on, for the record. */
function given({ roles, teams }: Pick<Posting, 'roles' | 'teams'>) {
  return { roles: [...roles].sort().join('.'), teams: teams.length };
}
