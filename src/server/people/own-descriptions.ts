import { describeRoute, resolver } from 'hono-openapi';
import type { ZodMiniType } from 'zod/mini';
import {
  OwnAccount,
  PasswordAgain,
  PasswordChange,
  RecoveryCodes,
  Replacement,
  SecondFactorSecret,
} from '../../domain/people-api.ts';
import { SecondFactorCode } from '../../domain/staff.ts';
import { problemAnswers } from '../web/problem-response.ts';
import { withBody } from '../web/staff-problems.ts';
import {
  exampleCode,
  examplePasswordAgain,
  examplePasswordChange,
  exampleReplacement,
  idParameter,
} from './examples.ts';

const security = [{ session: [] }];
const withPassword = ['sign-in-required', 'busy', ...withBody, 'too-many-attempts'] as const;

const bodyOf = <Body>(schema: ZodMiniType<Body>, example: Body) => ({
  required: true,
  content: { 'application/json': { schema: resolver(schema), example } },
});
const answerOf = <Answer>(schema: ZodMiniType<Answer>) => ({
  200: { description: 'Done.', content: { 'application/json': { schema: resolver(schema) } } },
});
const nothing = { 204: { description: 'Done.' } };

/** What everybody may do with their own account, for the API's description. */
export const descriptions = {
  read: describeRoute({
    operationId: 'getOwnAccount',
    summary: 'One’s own second factor and sessions',
    security,
    responses: { ...answerOf(OwnAccount), ...problemAnswers('sign-in-required', 'busy') },
  }),
  password: describeRoute({
    operationId: 'changeOwnPassword',
    summary: 'Choose another password',
    description: 'Ends every session but this one.',
    security,
    requestBody: bodyOf(PasswordChange, examplePasswordChange),
    responses: { ...nothing, ...problemAnswers(...withPassword, 'wrong-password', 'guessable-password') },
  }),
  begin: describeRoute({
    operationId: 'beginSecondFactor',
    summary: 'Get a secret for an authenticator',
    description: 'Nothing is asked for at sign-in until it is confirmed with a first code. Asked again, it is another.',
    security,
    requestBody: bodyOf(PasswordAgain, examplePasswordAgain),
    responses: {
      ...answerOf(SecondFactorSecret),
      ...problemAnswers(...withPassword, 'wrong-password', 'second-factor-on'),
    },
  }),
  confirm: describeRoute({
    operationId: 'confirmSecondFactor',
    summary: 'Turn the second factor on with a first code',
    description: 'The recovery codes stand in this answer alone.',
    security,
    requestBody: bodyOf(SecondFactorCode, exampleCode),
    responses: {
      ...answerOf(RecoveryCodes),
      ...problemAnswers(...withPassword, 'wrong-code', 'code-used', 'second-factor-on', 'second-factor-off'),
    },
  }),
  replace: describeRoute({
    operationId: 'beginAuthenticatorReplacement',
    summary: 'Get a secret for an authenticator in place of the one in use',
    description:
      'For a new phone: asks for the password and a code of the old one, or a recovery code. The old one counts until ' +
      'the new one is confirmed, which is to be done within ten minutes.',
    security,
    requestBody: bodyOf(Replacement, exampleReplacement),
    responses: {
      ...answerOf(SecondFactorSecret),
      ...problemAnswers(...withPassword, 'wrong-password', 'wrong-code', 'code-used', 'second-factor-off'),
    },
  }),
  confirmReplacement: describeRoute({
    operationId: 'confirmAuthenticatorReplacement',
    summary: 'Put the new authenticator in place of the old with a first code',
    description: 'Ends every session but this one. The recovery codes stay as they are.',
    security,
    requestBody: bodyOf(SecondFactorCode, exampleCode),
    responses: { ...nothing, ...problemAnswers(...withPassword, 'wrong-code', 'second-factor-off') },
  }),
  codes: describeRoute({
    operationId: 'newRecoveryCodes',
    summary: 'Get ten new recovery codes in place of those before',
    security,
    requestBody: bodyOf(PasswordAgain, examplePasswordAgain),
    responses: {
      ...answerOf(RecoveryCodes),
      ...problemAnswers(...withPassword, 'wrong-password', 'second-factor-off'),
    },
  }),
  endOthers: describeRoute({
    operationId: 'endOtherSessions',
    summary: 'End every session of one’s own but this one',
    security,
    requestBody: bodyOf(PasswordAgain, examplePasswordAgain),
    responses: { ...nothing, ...problemAnswers(...withPassword, 'wrong-password') },
  }),
  end: describeRoute({
    operationId: 'endSession',
    summary: 'End one session of one’s own',
    security,
    parameters: [idParameter('The id of the session.')],
    requestBody: bodyOf(PasswordAgain, examplePasswordAgain),
    responses: { ...nothing, ...problemAnswers(...withPassword, 'wrong-password', 'not-found') },
  }),
};
