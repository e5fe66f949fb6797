import type { EventOf } from '../domain/case-events.ts';
import type { IsoDate } from '../domain/dates.ts';
import { shortInstant } from './dates.ts';
import type { Happening, HistoryRow } from './history-rows.ts';
import { deskWords } from './words.ts';

const types = [
  'assignment-ended',
  'named-person-matched',
  'named-person-not-staff',
  'safety-access-asked',
  'safety-access-agreed',
] as const;
type AboutName = EventOf<(typeof types)[number]>;

export function isAboutName(event: Happening): event is AboutName {
  return (types as readonly string[]).includes(event.type);
}

/** What an event says of who must not handle a case. */
export function nameRows(event: AboutName, today: IsoDate): HistoryRow[] {
  const { t } = deskWords;
  const row = (label: string, text: string): HistoryRow => ({ label, text, isTyped: true });
  const reason = (text: string) => row(t('act.field.reason'), text);
  const who = (...staff: { name: string }[]) => row(t('named.colleague'), staff.map(({ name }) => name).join(', '));
  switch (event.type) {
    case 'assignment-ended':
      return [who(event.from)];
    case 'named-person-matched':
      return [row(t('named.name'), event.said), who(...event.staff)];
    case 'named-person-not-staff':
      return [row(t('named.name'), event.said), reason(event.reason)];
    case 'safety-access-asked':
      return [who(event.staff), reason(event.reason)];
    case 'safety-access-agreed':
      return [
        who(event.staff),
        { label: t('safetyAccess.until'), text: shortInstant(event.until, today), isTyped: false },
      ];
  }
}
