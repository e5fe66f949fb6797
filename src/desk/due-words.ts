import type { IsoDate } from '../domain/dates.ts';
import type { Step } from '../domain/steps.ts';
import { daysBetween, shortDate } from './dates.ts';
import { deskWords } from './words.ts';

/** When a step is due, and how far that is from today: working days ahead, calendar days behind. */
export function dueWords({ due, state, workingDaysLeft = 0 }: Step, today: IsoDate): { day: string; left: string } {
  const { t } = deskWords;
  if (!due) return { day: '', left: '' };
  const day = shortDate(due, today);
  if (state === 'late') return { day, left: t('due.late', { count: daysBetween(due, today) }) };
  return { day, left: due === today ? t('due.today') : t('due.left', { count: workingDaysLeft }) };
}
