import type { Credentials, SetUp } from '../../domain/staff.ts';

/** Made-up values for the API's description; each has the documented shape as it stands. */
export const exampleCredentials: Credentials = {
  email: 'jo.bloggs@example.gov.uk',
  password: 'a long walk by the river',
};

export const exampleSetUp: SetUp = {
  token: 'ZXhhbXBsZS1zZXQtdXAtdG9rZW4tb25seQ',
  name: 'Jo Bloggs',
  ...exampleCredentials,
};
