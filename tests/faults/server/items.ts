import { createHash } from 'node:crypto';
import { type SealingKey, sealedType } from '../../../src/domain/sealing.ts';
import { canonicalContent, type Submission } from '../../../src/domain/submission.ts';
import { type Chance, uuidOf } from '../../../src/server/demo/chance.ts';
import { seal } from '../../../src/server/sealing/seal.ts';

/** What a phone holds, byte for byte, until it has the receipt for exactly this. */
export interface Item {
  /** The case: the id in the address. */
  id: string;
  authorization: string;
  /** With which the case can be seen; what is carried is sent without it. */
  followKey: string;
  contentType: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, base64url: what the receipt must echo. */
  digest: string;
  /** SHA-256 of what is said, base64url: by which the store knows it. */
  contentDigest: string;
  says: 'first' | 'more' | 'message';
  isUnsafe: boolean;
}

const sentences = [
  'My worker did not ring.',
  'I want to see my brother.',
  'Nobody told me about the meeting. It was about me.',
  'She listened. Thank you.',
  'Cefais fy symud eto. 🏠',
];

/** One case and up to three things said about it later, plain or sealed: drawn anew, and the same for the same name. */
export async function drawCase(chance: Chance, name: string, sealingKey: SealingKey): Promise<Item[]> {
  const id = uuidOf(name);
  const key = createHash('sha256').update(`key of ${name}`).digest('base64url').slice(0, 22);
  const said: { submission: Submission; says: Item['says'] }[] = [
    { submission: first(chance, name), says: 'first' },
    ...Array.from({ length: chance.below(4) }, (_, number) => later(chance, `${name} ${number}`)),
  ];
  return Promise.all(
    said.map(({ submission, says }) => {
      const isSealed = chance.below(2) === 0;
      return asItem({ id, key, isSealed, isCarried: chance.below(4) === 0 }, submission, says, sealingKey);
    }),
  );
}

function first(chance: Chance, name: string): Submission {
  return {
    version: 1,
    kind: chance.pick(['complaint', 'comment', 'compliment']),
    words: words(chance, name),
    ...(chance.below(8) === 0 && { safe: 'no' }),
  };
}

function later(chance: Chance, name: string): { submission: Submission; says: Item['says'] } {
  const more = { version: 1, addition: uuidOf(`${name} more`), kind: 'complaint' } as const;
  return chance.below(2) === 0
    ? { submission: { ...more, message: words(chance, name) }, says: 'message' }
    : { submission: { ...more, words: words(chance, name) }, says: 'more' };
}

/** Some of it fits into a page of the database, some takes several. */
function words(chance: Chance, name: string): string {
  const some = Array.from({ length: 1 + chance.below(4) }, () => chance.pick(sentences));
  const much = chance.below(10) === 0 ? ' It goes on and on.'.repeat(100 + chance.below(400)) : '';
  return `${some.join(' ')}${much} ${name}`;
}

async function asItem(
  { id, key, isSealed, isCarried }: { id: string; key: string; isSealed: boolean; isCarried: boolean },
  submission: Submission,
  says: Item['says'],
  sealingKey: SealingKey,
): Promise<Item> {
  const deposit = createHash('sha256').update(key).digest('base64url');
  const json = JSON.stringify(submission);
  const bytes = Buffer.from(isSealed ? await seal(json, sealingKey, { id, deposit }) : json);
  return {
    id,
    says,
    bytes,
    followKey: key,
    authorization: isCarried ? `Deposit ${deposit}` : `Bearer ${key}`,
    contentType: isSealed ? sealedType : 'application/json',
    digest: createHash('sha256').update(bytes).digest('base64url'),
    contentDigest: contentDigestOf(submission),
    isUnsafe: submission.safe === 'no',
  };
}

/** By which the store knows what is said. */
export function contentDigestOf(submission: Submission): string {
  return createHash('sha256').update(canonicalContent(submission)).digest('base64url');
}
