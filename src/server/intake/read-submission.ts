import { type Errors, errorsOf, type ProblemCode } from '../../domain/problems.ts';
import { knownVersions, Submission } from '../../domain/submission.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the bytes of a body as a submission, or says why they are none; never with what they held. */
export function readSubmission(
  body: ArrayBuffer,
): { submission: Submission } | { problem: ProblemCode; errors?: Errors } {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(body));
  } catch {
    return { problem: 'malformed-json' };
  }
  const parsed = Submission.safeParse(value);
  if (parsed.success) return { submission: parsed.data };
  if (isOtherVersion(value)) return { problem: 'unknown-version' };
  return { problem: 'invalid-submission', errors: errorsOf(parsed.error) };
}

function isOtherVersion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return Number.isInteger(value.version) && !knownVersions.includes(value.version as number);
}
