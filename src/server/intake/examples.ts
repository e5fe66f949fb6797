import type { OpenAPIV3_1 } from 'openapi-types';
import type { Submission } from '../../domain/submission.ts';

/** Made-up values for the API's description; each is accepted as it stands. */
export const exampleId = '0b3c5f0e-6d0a-4f0e-9d3b-1c2d3e4f5a6b';
export const exampleFollowKey = 'ZXhhbXBsZS1mb2xsb3cta2';

/** Cat, bus, sun, key, cake, drum, kite. */
export const examplePictures = [0, 130, 67, 164, 129, 182, 194];

export const exampleSubmission: Submission = {
  version: 1,
  kind: 'complaint',
  words: 'My worker said she would ring on Tuesday. She did not. I want to see my brother.',
  voice: 'young-person',
  advocate: 'yes',
  typedBy: { who: 'My aunt', answers: { words: 'both', advocate: 'me' } },
  saidBack: {
    at: '2026-11-20T21:14:00.000Z',
    points: [
      { name: 'words', is: 'right' },
      { name: 'advocate', is: 'shown' },
    ],
  },
  register: 'older',
  language: 'en',
  writtenAt: '2026-11-20T21:14:00.000Z',
};

/** Something more about the same, later: only what is new. */
export const exampleAddition: Submission = {
  version: 1,
  addition: '3f6d2b8a-91c4-4e57-a0d3-6b7c8d9e0f12',
  kind: 'complaint',
  words: 'She rang now. I still do not know when I can see my brother.',
  safe: 'yes',
  notThisPerson: 'Her manager, please.',
  mayTell: ['social-worker'],
  reply: { by: 'phone', to: '01632 960123', when: 'After school' },
  helper: { name: 'Sam Lee', organisation: 'An advocacy service', contact: 'sam@example.org' },
  helperKey: 'bXVjaC1sb25nZXItdGhhbi1pdC1sb29rcy1oYXNoZWQ',
  helperMaySee: 'dates',
  writtenAt: '2026-11-21T16:40:00.000Z',
};

export const submissionIdParameter: OpenAPIV3_1.ParameterObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'A UUID that the sender mints: what makes a repeated request the same submission.',
  schema: { type: 'string', format: 'uuid' },
  example: exampleId,
};

const authorizationDescriptions = {
  Bearer:
    '`Bearer <follow key>`: 128 random bits in base64url, minted by the sender, of which only a hash is kept. Or ' +
    '`Deposit <SHA-256 of the follow key, base64url>`, for a carrier who may deliver but not read.',
  Read: '`Bearer <follow key>`: the key the submission was sent with, or that of somebody who helps.',
};

export function authorizationParameter(use: keyof typeof authorizationDescriptions): OpenAPIV3_1.ParameterObject {
  return {
    name: 'Authorization',
    in: 'header',
    required: true,
    description: authorizationDescriptions[use],
    schema: { type: 'string', pattern: '^(Bearer [A-Za-z0-9_-]{22,86}|Deposit [A-Za-z0-9_-]{43})$' },
    example: `Bearer ${exampleFollowKey}`,
  };
}
