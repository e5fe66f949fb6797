import * as z from 'zod/mini';
import { MailState } from '../domain/mail-api.ts';
import {
  Deactivated,
  type Invitation,
  IssuedLink,
  LinkAnswer,
  OwnAccount,
  People,
  Person,
  type Posting,
  RecoveryCodes,
  SecondFactorSecret,
} from '../domain/people-api.ts';
import { SignedIn, SignInStep } from '../domain/staff.ts';
import { type Answer, ask } from './api.ts';

/** The API of accounts as functions, as the desk's other is. */

const own = '/api/staff/me';
const nothing = z.null();

export function giveCode(code: string): Promise<Answer<SignedIn>> {
  return ask('/api/auth/sign-in/code', SignedIn, { code });
}

export function readLink(token: string): Promise<Answer<LinkAnswer>> {
  return ask('/api/staff/links/question', LinkAnswer, { token });
}

export function useUpLink(token: string, password: string): Promise<Answer<SignInStep>> {
  return ask('/api/staff/links/use', SignInStep, { token, password });
}

export function getOwnAccount(): Promise<Answer<OwnAccount>> {
  return ask(own, OwnAccount);
}

export function changePassword(current: string, next: string): Promise<Answer<null>> {
  return ask(`${own}/password`, nothing, { current, next });
}

export function beginSecondFactor(password: string): Promise<Answer<SecondFactorSecret>> {
  return ask(`${own}/second-factor`, SecondFactorSecret, { password });
}

export function confirmSecondFactor(code: string): Promise<Answer<RecoveryCodes>> {
  return ask(`${own}/second-factor/confirmation`, RecoveryCodes, { code });
}

export function beginReplacement(password: string, code: string): Promise<Answer<SecondFactorSecret>> {
  return ask(`${own}/second-factor/replacement`, SecondFactorSecret, { password, code });
}

export function confirmReplacement(code: string): Promise<Answer<null>> {
  return ask(`${own}/second-factor/replacement/confirmation`, nothing, { code });
}

export function newRecoveryCodes(password: string): Promise<Answer<RecoveryCodes>> {
  return ask(`${own}/recovery-codes`, RecoveryCodes, { password });
}

export function endSession(id: string, password: string): Promise<Answer<null>> {
  return ask(`${own}/sessions/${encodeURIComponent(id)}/ending`, nothing, { password });
}

export function endOtherSessions(password: string): Promise<Answer<null>> {
  return ask(`${own}/sessions/end-others`, nothing, { password });
}

export function listPeople(): Promise<Answer<People>> {
  return ask('/api/staff/people', People);
}

export function getMailState(): Promise<Answer<MailState>> {
  return ask('/api/staff/mail', MailState);
}

export function invite(invitation: Invitation): Promise<Answer<IssuedLink>> {
  return ask('/api/staff/invitations', IssuedLink, invitation);
}

export function endLink(id: string): Promise<Answer<null>> {
  return ask(`/api/staff/links/${encodeURIComponent(id)}/ending`, nothing, {});
}

export function changePosting(id: string, posting: Posting): Promise<Answer<Person>> {
  return ask(`${accountAt(id)}/posting`, Person, posting);
}

export function deactivate(id: string): Promise<Answer<Deactivated>> {
  return ask(`${accountAt(id)}/deactivation`, Deactivated, {});
}

export function reactivate(id: string): Promise<Answer<Person>> {
  return ask(`${accountAt(id)}/reactivation`, Person, {});
}

export function resetSecondFactor(id: string): Promise<Answer<Person>> {
  return ask(`${accountAt(id)}/second-factor-reset`, Person, {});
}

export function issueRecoveryLink(id: string): Promise<Answer<IssuedLink>> {
  return ask(`${accountAt(id)}/recovery-link`, IssuedLink, {});
}

function accountAt(id: string): string {
  return `/api/staff/people/${encodeURIComponent(id)}`;
}
