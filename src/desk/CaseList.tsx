import type { Instant, IsoDate } from '../domain/dates.ts';
import type { CaseSummary } from '../domain/desk-api.ts';
import type { CaseList as Cases } from '../domain/desk-list.ts';
import type { Step } from '../domain/steps.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import type { Trouble as TroubleValue } from './api.ts';
import { addressOf } from './chosen-case.ts';
import { dueWords } from './due-words.ts';
import { Trouble } from './Trouble.tsx';
import { UnsafeMark } from './UnsafeMark.tsx';
import { deskWords } from './words.ts';

interface CaseListProps {
  title: string;
  isAll: boolean;
  list: Cases | undefined;
  trouble: TroubleValue | undefined;
  chosen: string | undefined;
  onRefresh: () => Promise<void>;
}

/** What is waiting, in the order of the server: not safe first, then late, then by date. */
export function CaseList({ title, isAll, list, trouble, chosen, onRefresh }: CaseListProps) {
  const { t } = deskWords;
  return (
    <section class="list" aria-labelledby="list-title">
      <div class="list-head">
        <h2 id="list-title">{title}</h2>
        <button type="button" class="quiet" onClick={() => void onRefresh()}>
          {t('list.refresh')}
        </button>
      </div>
      <Trouble trouble={trouble} />
      {!list && !trouble && <p class="looking">{t('loading')}</p>}
      {list?.cases.length === 0 && (
        <div class="empty">
          <Pebble kind="comment" />
          <p>{t(isAll ? 'list.empty' : 'list.emptyFilter')}</p>
          {isAll && <p class="help">{t('list.emptyText')}</p>}
        </div>
      )}
      {list && list.cases.length > 0 && (
        <ol class="cases">
          {list.cases.map((each) => (
            <li key={each.id}>
              <Row it={each} today={list.asOf} at={list.at} isChosen={each.id === chosen} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface RowProps {
  it: CaseSummary;
  today: IsoDate;
  at: Instant;
  isChosen: boolean;
}

function Row({ it, today, at, isChosen }: RowProps) {
  const { t } = deskWords;
  return (
    <a class="case-row" href={addressOf(it.id)} aria-current={isChosen ? 'true' : undefined}>
      <Pebble kind={it.kind} />
      <span class="row-lines">
        {it.unsafe && <UnsafeMark unsafe={it.unsafe} today={today} at={at} />}
        <span class="tags">
          <span class="reference">{it.reference}</span>
          <span class={`tag tag-${it.kind}`}>{t(`kind.${it.kind}`)}</span>
          <span class="tag">{t(`voice.${it.voice ?? 'unknown'}`)}</span>
          {it.route && <span class="tag">{t(`route.${it.route}`)}</span>}
          {it.advocate === 'yes' && <span class="tag tag-wish">{t('advocateWish.yes')}</span>}
          {it.unsafeBefore && !it.unsafe && <span class="tag">{t('unsafe.before')}</span>}
        </span>
        {it.opening && (
          <q class="opening" dir="auto">
            {it.opening}
          </q>
        )}
        <Waiting step={it.waitingFor} today={today} />
      </span>
    </a>
  );
}

function Waiting({ step, today }: { step: Step | null; today: IsoDate }) {
  const { t } = deskWords;
  if (!step) return <span class="waiting">{t('list.nothing')}</span>;
  const { day, left } = dueWords(step, today);
  return (
    <span class={`waiting waiting-${step.state}`}>
      <span>
        {t(`step.${step.step}`)} <b>{day}</b>
      </span>{' '}
      <span>{left}</span>
    </span>
  );
}
