import type { CaseEvent } from '../domain/case-events.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { shortDate, shortInstant } from './dates.ts';
import { historyRows } from './history-rows.ts';
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
      <ol>
        {it.history.map((event, index) => (
          <li key={index}>
            <Happened event={event} today={it.asOf} services={services} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Happened({
  event,
  today,
  services,
}: {
  event: CaseEvent;
  today: IsoDate;
  services: HistoryProps['services'];
}) {
  const { t } = deskWords;
  const when = shortInstant(event.at, today);
  const by = 'by' in event ? event.by : undefined;
  const on = 'on' in event ? event.on : undefined;
  const rows = historyRows(event, today, services);
  return (
    <>
      <p>
        <b>{t(`history.event.${event.type}`)}</b> <span class="help">{by ? t('history.by', { when, by }) : when}</span>
      </p>
      {on && <p class="help">{t('history.on', { date: shortDate(on, today) })}</p>}
      {rows.length > 0 && (
        <dl class="answers">
          {rows.map(({ label, text, isTyped }) => (
            <div key={label} class="history-row">
              <dt>{label}</dt>
              <dd>{isTyped ? <bdi class="typed">{text}</bdi> : text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
