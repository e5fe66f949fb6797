import * as z from 'zod/mini';
import { ProblemHere } from './problem-here.ts';

/**
 * Every way in which the API says no, as problem details (RFC 9457). Programs decide by `code`, which never changes;
 * titles are for the person who reads a log. A problem never repeats what was sent.
 */
export const problems = {
  'malformed-json': { status: 400, title: 'The body is not JSON in UTF-8.' },
  'malformed-sealed': {
    status: 400,
    title: 'The body is not a JWE in compact form with the documented header and no other, or it was altered.',
  },
  'malformed-request': { status: 400, title: 'This is no request of HTTP as it is read here.' },
  'invalid-id': { status: 400, title: 'The id in the address is not a UUID.' },
  'invalid-parameter': { status: 400, title: 'A parameter of the address does not have the documented shape.' },
  'key-missing': {
    status: 401,
    title: 'Send the follow key as "Authorization: Bearer …", or its SHA-256 as "Deposit …".',
  },
  'key-malformed': {
    status: 401,
    title: 'The Authorization header does not hold a follow key of the documented shape.',
  },
  'wrong-credentials': { status: 401, title: 'The e-mail address or the password is not right.' },
  'sign-in-required': { status: 401, title: 'Sign in to the staff desk first.' },
  'wrong-code': { status: 401, title: 'The code is not right, or it is too old.' },
  'code-used': { status: 401, title: 'This code was used already; the next one is shown within half a minute.' },
  'wrong-password': { status: 403, title: 'The password is not right.' },
  'role-needed': { status: 403, title: 'Your role at the desk does not have this.' },
  'second-factor-needed': { status: 403, title: 'Set up a second factor first.' },
  'not-yourself': { status: 403, title: 'Nobody gives themselves a role; another administrator can.' },
  'staff-link-invalid': { status: 403, title: 'This link was used, ended or replaced, or its days are over.' },
  'wrong-key': { status: 403, title: 'This id was taken in with another key.' },
  'sealed-for-another': { status: 403, title: 'This was sealed for another id, or for another follow key.' },
  'access-ended': { status: 403, title: 'The access that this key gave was ended by the person it is about.' },
  'deposit-cannot-read': { status: 403, title: 'A carrier may deliver, but not read.' },
  'set-up-link-invalid': { status: 403, title: 'This set-up link was used already, or is not the latest one printed.' },
  'own-name': { status: 403, title: 'This name is like your own; a colleague looks at it.' },
  'foreign-origin': { status: 403, title: 'This came from a page of another site.' },
  'unknown-key': { status: 404, title: 'Nothing was taken in with this key.' },
  'unknown-pictures': { status: 404, title: 'No way back has these pictures, with this one first.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method.' },
  'already-done': { status: 409, title: 'This was done already; look at the case again.' },
  'last-administrator': { status: 409, title: 'Somebody must stay who can look after accounts.' },
  'account-exists': { status: 409, title: 'There is an account with this e-mail address already.' },
  'second-factor-on': { status: 409, title: 'A second factor is set up already.' },
  'second-factor-off': { status: 409, title: 'No second factor is set up, or being set up.' },
  'not-raised': { status: 409, title: 'Nobody has said in this case that somebody is not safe.' },
  'nobody-named': { status: 409, title: 'Nobody was named in this case who must not handle it.' },
  'must-not-handle': {
    status: 409,
    title: 'It was asked that this colleague, or one with such a name, does not handle it.',
  },
  'no-open-concern': { status: 409, title: 'No concern about safety is open in this case.' },
  'second-person-needed': { status: 409, title: 'Somebody else than whoever asked must agree.' },
  'not-yet': { status: 409, title: 'Something else comes before this in the procedure.' },
  'stage-over': { status: 409, title: 'The case has gone past the stage to which this belongs.' },
  'case-closed': { status: 409, title: 'This case is closed, withdrawn or refused; reopen it first.' },
  'not-closed': { status: 409, title: 'This case goes on; there is nothing to reopen.' },
  'not-on-this-route': { status: 409, title: 'The route of this case has no such step.' },
  'route-fixed': { status: 409, title: 'An answer was given, or stage 2 begun, on this route; it stays.' },
  'case-rests': { status: 409, title: 'The clocks of this case stand still; resume it first.' },
  'not-resting': { status: 409, title: 'The clocks of this case run; there is nothing to resume.' },
  'nothing-to-rest': { status: 409, title: 'No answer is being waited for that could rest.' },
  'changed-meanwhile': { status: 409, title: 'The case has changed since it was read; look at it again.' },
  'too-slow': { status: 408, title: 'The request did not come in time.' },
  'too-large': { status: 413, title: 'The body is larger than the limit.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Send application/json, or application/jose where something may be sealed, without a content encoding.',
  },
  'expectation-failed': { status: 417, title: 'No expectation can be met here but 100-continue.' },
  'unknown-version': {
    status: 422,
    title: 'This version of a submission is not known here; a newer server may know it.',
  },
  'unknown-sealing-key': {
    status: 422,
    title: 'This was sealed to a key that is not, and was not, a key of this council.',
  },
  'invalid-submission': { status: 422, title: 'The submission does not have the documented shape.' },
  'invalid-body': { status: 422, title: 'The body does not have the documented shape.' },
  'guessable-password': {
    status: 422,
    title: 'This password is among the most used, or made of words that others would try first.',
  },
  'past-limit': { status: 422, title: 'The rules leave no room for this date, or the date to be moved has passed.' },
  'date-before-receipt': { status: 422, title: 'This date is before the day on which it was received.' },
  'date-in-future': { status: 422, title: 'This date has not come yet.' },
  'dates-out-of-order': { status: 422, title: 'This date is before that of what came before it.' },
  'unknown-team': { status: 422, title: 'The council has no such team.' },
  'not-for-this-kind': { status: 422, title: 'This step is not one that this kind of feedback has.' },
  'too-many-attempts': { status: 429, title: 'Too many attempts; wait a while.' },
  'headers-too-large': { status: 431, title: 'The headers, or the address, are larger than the limit.' },
  internal: { status: 500, title: 'Something went wrong here. Nothing was half done; try again.' },
  busy: { status: 503, title: 'The store cannot take this in just now. Nothing was half done; try again.' },
} as const;

export type ProblemCode = keyof typeof problems;

export const Problem = z.extend(ProblemHere, {
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  /** Where the body is wrong (RFC 6901 pointers) and in which way, without its values. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;

export type Errors = NonNullable<Problem['errors']>;

export function problem(code: ProblemCode, errors?: Errors): Problem {
  const { status, title } = problems[code];
  return { type: `urn:heard:problem:${code}`, title, status, code, ...(errors && { errors }) };
}

/** Where a schema refused, without the values and without names that the sender chose. */
export function errorsOf(error: { issues: readonly { path: PropertyKey[]; code?: string | undefined }[] }): Errors {
  return error.issues.map(({ path, code }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    code: code ?? 'invalid',
  }));
}
