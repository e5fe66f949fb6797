import type { ProblemCode } from '../../domain/problems.ts';

/** What every address for staff may answer, for its description: each of them stands behind the same doors. */
export const behindSession = [
  'sign-in-required',
  'second-factor-needed',
  'role-needed',
  'busy',
] as const satisfies readonly ProblemCode[];

/** And what one may answer that takes a body: `sameOrigin`, `limitBody` and `readJson` say so. */
export const withBody = [
  'foreign-origin',
  'malformed-json',
  'too-large',
  'unsupported-media-type',
  'invalid-body',
] as const satisfies readonly ProblemCode[];
