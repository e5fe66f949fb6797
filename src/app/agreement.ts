import type { AnswerName, Answers } from '../device/answers.ts';

/** Whether the child was asked, in part of what follows from the question whether they agree. */
export function wasAsked({ agrees }: Answers): boolean {
  return agrees !== 'not-asked';
}

/** Whether there is a reason to give: why nobody asked, or what the child does not agree to. */
export function needsReason({ agrees }: Answers): boolean {
  return agrees !== 'yes';
}

/** Answers that mean something only after some of the answers their question follows from. */
export const means: Partial<Record<AnswerName, (answers: Answers) => boolean>> = {
  askedBy: wasAsked,
  askedHow: wasAsked,
  askedOn: wasAsked,
  agreementWhy: needsReason,
};
