import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Instant } from '../../domain/dates.ts';
import { DeviceKey, type PictureKey, WithPictures } from '../../domain/picture-key.ts';
import { SubmissionId } from '../../domain/submission.ts';
import type { Db } from '../store/database.ts';
import { addDeviceKey } from '../store/device-keys.ts';
import { findCaseByPictures, listEditions, setPictureKey } from '../store/picture-keys.ts';
import type { Pace } from '../store/turns.ts';
import { limitBody, readJson } from '../web/json-body.ts';
import { problemAnswers, problemResponse } from '../web/problem-response.ts';
import { authorizationParameter, examplePictures, submissionIdParameter } from './examples.ts';
import { hashKey, readAuthorization } from './follow-keys.ts';
import { networkOf } from './network-of.ts';
import { openWithKey } from './open-with-key.ts';
import { createSlowHash, newest, type SlowHash } from './slow-hash.ts';
import { countedIn, createTurns, networkPlace, type Turns } from './turns.ts';

interface Needs {
  db: Db;
  /** Without it the hashes in the database cannot be guessed at. */
  pepper: string;
  now: () => Instant;
  /** For tests: how guessing is slowed. */
  pace?: GuessingPace | undefined;
}

const shape = {
  required: true,
  content: { 'application/json': { schema: resolver(WithPictures), example: { pictures: examplePictures } } },
};
const bodyProblems = ['malformed-json', 'too-large', 'unsupported-media-type', 'invalid-body', 'busy'] as const;

const descriptions = {
  set: describeRoute({
    operationId: 'setPictureKey',
    summary: 'Say by which pictures the person comes back',
    description:
      'Seven different numbers of 0 to 255, chosen at random by the sender, the first of them first. Only a slow hash ' +
      'is kept, under a secret that is not in the database. They take the place of any that were said before. The ' +
      'answer is the same whatever others have chosen.',
    parameters: [submissionIdParameter, authorizationParameter('Read')],
    requestBody: shape,
    responses: {
      204: { description: 'These pictures are the way back now.' },
      ...problemAnswers(...bodyProblems, 'invalid-id', 'key-missing', 'key-malformed', 'wrong-key'),
    },
  }),
  exchange: describeRoute({
    operationId: 'followByPictures',
    summary: 'Come back by pictures: exchange a picture key for a key of this device',
    description:
      'The first picture must be the first; the others may come in any order. The key in the answer opens what the ' +
      'first device’s opens. Guessing is slowed for each network and for all together: a request may wait some ' +
      'seconds for its turn, and `too-many-attempts` asks to come again.',
    requestBody: shape,
    responses: {
      200: {
        description: 'The key of this device, from now on.',
        content: { 'application/json': { schema: resolver(DeviceKey) } },
      },
      ...problemAnswers(...bodyProblems, 'unknown-pictures', 'too-many-attempts'),
    },
  }),
};

export interface GuessingPace {
  /** For each network alone, and for all of them. */
  perNetwork: Pace;
  together: Pace;
  /** How long each of the two waits may be, in milliseconds. */
  patience: number;
}

/** What is right gives its turn back: only wrong keys use them up. */
export const usualPace: GuessingPace = {
  // A class that comes back together, each with a slip or two, is let through; then one in five seconds.
  perNetwork: { burst: 60, every: 5_000 },
  // Whoever has many addresses: one a second, and so at most 32 million a year of 91 million million keys.
  together: { burst: 300, every: 1_000 },
  // A phone gives up after 20 seconds.
  patience: 8_000,
};

/** `PUT /api/submissions/{id}/picture-key` and `POST /api/follow`. */
export function pictureKeyRoutes({ db, pepper, now, pace = usualPace }: Needs): Hono {
  const guesses = createGuesses(db, pepper, now, pace);
  // Each has its line: whoever guesses does not keep those from waiting who have just sent something.
  const slowHash = createSlowHash(pepper);
  const slowGuess = createSlowHash(pepper);
  return new Hono()
    .put('/submissions/:id/picture-key', descriptions.set, limitBody(), async (c) => {
      const id = SubmissionId.safeParse(c.req.param('id'));
      if (!id.success) return problemResponse(c, 'invalid-id');
      const credentials = readAuthorization(c.req.header('authorization'));
      if ('problem' in credentials) return problemResponse(c, credentials.problem);
      const read = await readJson(c, WithPictures);
      if ('refusal' in read) return read.refusal;
      const opened = credentials.mayRead ? await openWithKey(db, credentials.keyHash) : undefined;
      const isTheirs = opened && 'case' in opened && opened.case.id === id.data && opened.asking.holder === 'person';
      if (!isTheirs) return problemResponse(c, 'wrong-key');
      const hash = await slowHash(read.body.pictures);
      const row = { caseId: id.data, slowHash: hash, edition: newest, addedAt: now() };
      await db.transaction().execute((trx) => setPictureKey(trx, row));
      return c.body(null, 204, { 'Cache-Control': 'no-store' });
    })
    .post('/follow', descriptions.exchange, limitBody(), async (c) => {
      const read = await readJson(c, WithPictures);
      if ('refusal' in read) return read.refusal;
      const turn = await guesses.take(networkOf(c));
      if (!turn) return problemResponse(c, 'too-many-attempts');
      const caseId = await findCase(db, slowGuess, read.body.pictures).catch(async (error: unknown) => {
        // Nothing was tried, and nobody has learned anything.
        await turn.giveBack();
        throw error;
      });
      if (caseId === undefined) return problemResponse(c, 'unknown-pictures');
      await turn.giveBack();
      const followKey = randomBytes(16).toString('base64url');
      await addDeviceKey(db, { keyHash: hashKey(followKey), caseId, addedAt: now() });
      return c.json(DeviceKey.parse({ followKey }), 200, { 'Cache-Control': 'no-store' });
    });
}

interface Guesses {
  /** Waits for a turn to try a key; undefined when none came. */
  take: (network: string) => Promise<{ giveBack: () => Promise<void> } | undefined>;
}

function createGuesses(db: Db, pepper: string, now: () => Instant, pace: GuessingPace): Guesses {
  const { perNetwork, together, patience } = pace;
  const place = (network: string) => networkPlace(pepper, network, now());
  const ofNetwork: Turns = createTurns(countedIn(db, place, perNetwork), patience);
  const ofAll: Turns = createTurns(
    countedIn(db, () => 'turns-all', together),
    patience,
  );
  return {
    async take(network) {
      if (!(await ofNetwork.take(network))) return undefined;
      const isTurn = await ofAll.take('all').catch(async (error: unknown) => {
        await ofNetwork.giveBack(network).catch(() => undefined);
        throw error;
      });
      if (!isTurn) await ofNetwork.giveBack(network);
      return isTurn
        ? { giveBack: async () => void (await Promise.all([ofNetwork.giveBack(network), ofAll.giveBack('all')])) }
        : undefined;
    },
  };
}

// Hashed as new ones are, and in each other way that is still in use: the same work for a wrong key as for a right one.
async function findCase(db: Db, slowHash: SlowHash, pictures: PictureKey): Promise<string | undefined> {
  const found: (string | undefined)[] = [];
  for (const edition of new Set([newest, ...(await listEditions(db))])) {
    found.push(await findCaseByPictures(db, await slowHash(pictures, edition)));
  }
  return found.find((caseId) => caseId !== undefined);
}
