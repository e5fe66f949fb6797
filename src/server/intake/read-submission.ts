import { type Errors, errorsOf, type ProblemCode } from '../../domain/problems.ts';
import { AdditionV1, knownVersions, type Submission, SubmissionV1 } from '../../domain/submission.ts';
import { parseJson } from '../web/json-body.ts';

/** Reads the bytes of a body as a submission, or says why they are none; never with what they held. */
export function readSubmission(
  body: ArrayBuffer,
): { submission: Submission } | { problem: ProblemCode; errors?: Errors } {
  const json = parseJson(body);
  if ('problem' in json) return json;
  const { value } = json;
  // Chosen beforehand, so that a refusal points at the fault and not at "neither of the two".
  const parsed = (isAddition(value) ? AdditionV1 : SubmissionV1).safeParse(value);
  if (parsed.success) return { submission: parsed.data };
  if (isOtherVersion(value)) return { problem: 'unknown-version' };
  return { problem: 'invalid-submission', errors: errorsOf(parsed.error) };
}

function isAddition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'addition' in value;
}

function isOtherVersion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('version' in value)) return false;
  return Number.isInteger(value.version) && !knownVersions.includes(value.version as number);
}
