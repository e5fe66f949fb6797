import type { Answers } from '../device/answers.ts';
import { type Draft, newDraft } from '../device/drafts.ts';
import type { HelperHere } from '../device/who-helps.ts';
import { check } from './journey.ts';
import { isHelper } from './speaker.ts';
import type { SentItem } from './use-kept.ts';

/** An addition to something that was sent from here: under its id and key, and with nothing of what went. */
export function additionTo({ id, followKey, deposit, kind, voice }: SentItem): Draft {
  return {
    ...newDraft(check, [], new Date().toISOString()),
    // What it adds to has pictures of its own.
    pictureKey: undefined,
    ...{ id, followKey, isAddition: true, addition: crypto.randomUUID(), answers: { kind, ...(voice && { voice }) } },
    ...(deposit && { deposit }),
  };
}

/** Whether more may be said from here: not with a helper's key that came from another phone, for it only looks. */
export function mayAddTo({ holder, deposit }: SentItem): boolean {
  return holder !== 'helper' || deposit !== undefined;
}

/** The next child of a helper's visit: blank but for the helper's own details. */
export function nextChild(helper: HelperHere | undefined): Draft {
  const seen = helper ? ['who', 'helper'] : ['who'];
  const draft = newDraft(helper ? 'child-name' : 'helper', seen, new Date().toISOString());
  return { ...draft, answers: { voice: 'advocate', ...helper } };
}

/** What this phone knows of a helper who has just said so; nothing when it was said before, or nothing is known. */
export function knownHelper(answers: Answers, helper: HelperHere | undefined): HelperHere | undefined {
  const isNew = isHelper(answers) && answers.helperName === undefined;
  return isNew ? helper : undefined;
}
