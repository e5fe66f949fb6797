import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { Route } from '../domain/routes.ts';
import type { Register } from '../domain/submission.ts';
import { wordsFor } from './words.ts';

/** Letters to start from, in words that whoever reads them can read, with the dates of this very case. */

/** The register the person chose; when none was kept, the one that their voice suggests. */
export function registerOf({ versions, voice }: CaseDetail): Register {
  const chosen = versions.findLast((version) => version.register)?.register;
  if (chosen) return chosen;
  if (voice === 'child') return 'younger';
  return voice === 'parent-or-carer' || voice === 'advocate' ? 'adult' : 'older';
}

export function acknowledgementLetter(it: CaseDetail, route: Route | undefined, phone: string): string {
  const { t, date } = wordsFor(registerOf(it));
  const by = promisedDate(it, route);
  // A day that is past is no date to name: the letter says that we are late instead.
  return t(by && by < it.asOf ? `standardLetter.${it.kind}Late` : `standardLetter.${it.kind}`, {
    date: by ? date(by) : '',
    phone,
    advocate: it.advocate === 'yes' ? `${t('standardLetter.advocate')}\n\n` : '',
  });
}

export function passingOnLetter(it: CaseDetail): string {
  const { t } = wordsFor(registerOf(it));
  return t(it.kind === 'compliment' ? 'standardLetter.passedOnCompliment' : 'standardLetter.passedOnComment');
}

/** The date a letter names; before a route is chosen, the later of those it may be, so that it can be kept. */
export function promisedDate(it: CaseDetail, route: Route | undefined): IsoDate | undefined {
  const dates = it.routeChoices.filter((choice) => !route || choice.route === route).map(({ answerBy }) => answerBy);
  const latest = dates.sort().at(-1);
  const step = it.kind === 'complaint' ? 'stage1-answer' : 'pass-on';
  return latest ?? it.timeline.find((each) => each.step === step)?.due;
}

/** The date as a letter to this person writes it. */
export function letterDate(it: CaseDetail, date: IsoDate): string {
  return wordsFor(registerOf(it)).date(date);
}
