import type { OpenAPIV3_1 } from 'openapi-types';
import type {
  Invitation,
  LinkQuestion,
  LinkUse,
  PasswordAgain,
  PasswordChange,
  Posting,
  Replacement,
} from '../../domain/people-api.ts';
import type { Credentials, SecondFactorCode, SetUp } from '../../domain/staff.ts';

/** Made-up values for the API's description; each has the documented shape as it stands. */
export const exampleCredentials: Credentials = {
  email: 'jo.bloggs@example.gov.uk',
  password: 'a long walk by the river',
};

export const exampleCode: SecondFactorCode = { code: '044 514' };

export const exampleSetUp: SetUp = {
  token: 'ZXhhbXBsZS1zZXQtdXAtdG9rZW4tb25seQ',
  name: 'Jo Bloggs',
  ...exampleCredentials,
};

export const exampleInvitation: Invitation = {
  name: 'Sam Okafor',
  email: 'sam.okafor@example.gov.uk',
  roles: ['manager'],
  teams: ['fostering'],
};

export const examplePosting: Posting = { roles: ['manager'], teams: ['fostering', 'placements'] };

export const exampleLinkQuestion: LinkQuestion = { token: 'ZXhhbXBsZS1pbnZpdGF0aW9uLXRva2Vu' };

export const exampleLinkUse: LinkUse = { ...exampleLinkQuestion, password: 'seven green bottles today' };

export const examplePasswordAgain: PasswordAgain = { password: exampleCredentials.password };

export const examplePasswordChange: PasswordChange = {
  current: exampleCredentials.password,
  next: 'a short walk by the sea',
};

export const exampleReplacement: Replacement = { ...examplePasswordAgain, ...exampleCode };

/** Of an account, a link and a session. */
export const exampleId = 'x4Vd0bq2kTz8nRj6';

export function idParameter(description: string): OpenAPIV3_1.ParameterObject {
  return { name: 'id', in: 'path', required: true, description, schema: { type: 'string' }, example: exampleId };
}
