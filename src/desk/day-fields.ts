import { farthestAhead } from '../domain/action-dates.ts';
import { type IsoDate, londonDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import { Channel } from '../domain/recording.ts';
import type { ActField } from './act-fields.ts';
import { deskWords } from './words.ts';

/** The days that actions ask for, and what follows from them. */

const { t } = deskWords;

/** A day still to come, from `min`. */
export const ahead = (name: string, label: string, min: IsoDate, asOf: IsoDate): ActField => ({
  ...{ name, label, as: 'date', min, max: farthestAhead(asOf) },
});

/** When it truly happened: not before it was received, and not in the future. */
export function dayField(it: CaseDetail): ActField {
  const [received] = it.history;
  const min = (received && 'on' in received && received.on) || londonDate(it.receivedAt);
  return { name: 'on', label: t('act.field.on'), as: 'date', isOptional: true, min, max: it.asOf };
}

/** How it reached them on a day before today: asked only where such a day stands in the form. */
export function toldField(it: CaseDetail, day: string | undefined): ActField[] {
  if (!day || day >= it.asOf) return [];
  const as = Channel.options.map((value) => ({ value, label: t(`record.channels.${value}`) }));
  return [{ name: 'told', label: t('act.field.told'), as }];
}
