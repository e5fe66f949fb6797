import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { shortDate, shortInstant } from './dates.ts';
import { type Happening, historyRows } from './history-rows.ts';
import { Typed } from './Typed.tsx';
import { deskWords } from './words.ts';

interface HistoryProps {
  it: CaseDetail;
  services: PublicCouncil['services'];
}

/** Everything that has happened, oldest first: what, when, by whom, and what was said of it. */
export function History({ it, services }: HistoryProps) {
  return (
    <details class="history">
      <summary>{deskWords.t('history.title', { count: it.history.length })}</summary>
      <Happenings events={it.history} today={it.asOf} services={services} />
    </details>
  );
}

interface HappeningsProps {
  events: readonly Happening[];
  today: IsoDate;
  services: PublicCouncil['services'];
}

/** Oldest first. */
export function Happenings({ events, today, services }: HappeningsProps) {
  return (
    <ol class="happenings">
      {events.map((event, index) => (
        <li key={index}>
          <Happened event={event} today={today} services={services} />
        </li>
      ))}
    </ol>
  );
}

function Happened({ event, today, services }: Omit<HappeningsProps, 'events'> & { event: Happening }) {
  const { t } = deskWords;
  const { by, on } = event;
  // What staff recorded was received on its own day; when it was written down is said beside it.
  const isRecorded = event.type === 'received' && on !== undefined;
  const written = shortInstant(event.at, today);
  const when = isRecorded ? shortDate(on, today) : written;
  const rows = historyRows(event, today, services);
  return (
    <>
      <p>
        <b>{t(`history.event.${event.type}`)}</b> <span class="help">{by ? t('history.by', { when, by }) : when}</span>
      </p>
      {isRecorded && <p class="help">{t('history.recorded', { when: written })}</p>}
      {on && !isRecorded && <p class="help">{t('history.on', { date: shortDate(on, today) })}</p>}
      {rows.length > 0 && (
        <dl class="answers">
          {rows.map(({ label, text, isTyped }) => (
            <div key={label} class="history-row">
              <dt>{label}</dt>
              <dd>{isTyped ? <Typed text={text} /> : text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
