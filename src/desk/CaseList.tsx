import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Instant, IsoDate } from '../domain/dates.ts';
import type { CaseList as Cases, Filter, ListedCase } from '../domain/desk-list.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import { picturesLine } from './answer-rows.ts';
import type { Trouble as TroubleValue } from './api.ts';
import { addressOf, recordAddress } from './chosen-case.ts';
import { shortDate } from './dates.ts';
import { dueWords } from './due-words.ts';
import type { Narrowing } from './Find.tsx';
import { GivenTo } from './GivenTo.tsx';
import { languageName } from './language-name.ts';
import { Trouble } from './Trouble.tsx';
import { UnsafeMark, WorseMark } from './UnsafeMark.tsx';
import { allRows, useKeptFocus } from './use-kept-focus.ts';
import { deskWords } from './words.ts';

interface CaseListProps {
  filter: Filter;
  narrowing: Narrowing;
  list: Cases | undefined;
  trouble: TroubleValue | undefined;
  /** How many are new or changed, and not shown yet. */
  news: number;
  chosen: string | undefined;
  teams: ReadonlyMap<string, string>;
  onRefresh: () => Promise<void>;
  onMore: () => Promise<void>;
  /** The ways of looking for one, under the heading. */
  children: ComponentChildren;
}

/** What is waiting, in the order of the server: not safe first, then what nobody has opened, then by date. */
export function CaseList(props: CaseListProps) {
  const { filter, narrowing, list, trouble, news, chosen, teams, onRefresh, onMore, children } = props;
  const { t } = deskWords;
  useKeptFocus(list);
  return (
    <section class="list" aria-labelledby="list-title">
      <div class={news > 0 ? 'list-head list-head-news' : 'list-head'}>
        <h2 id="list-title" tabIndex={-1}>
          {t(`filter.${filter}`)}
        </h2>
        <a class="back" href={recordAddress}>
          {t('record.open')}
        </a>
        <span aria-live="polite">
          <button type="button" class={news > 0 ? 'news' : 'quiet'} onClick={() => void onRefresh()}>
            {news > 0 ? t('list.news', { count: news }) : t('list.refresh')}
          </button>
        </span>
      </div>
      {children}
      <Trouble trouble={trouble} />
      {!list && !trouble && <p class="looking">{t('loading')}</p>}
      {list?.cases.length === 0 && <Empty filter={filter} narrowing={narrowing} />}
      {list && list.cases.length > 0 && (
        <>
          <ol class="cases">
            {list.cases.map((each) => (
              <li key={each.id}>
                <Row it={each} today={list.asOf} at={list.at} isChosen={each.id === chosen} teams={teams} />
              </li>
            ))}
          </ol>
          <Foot shown={list.cases.length} hasMore={list.next !== null} onMore={onMore} />
        </>
      )}
    </section>
  );
}

function Foot({ shown, hasMore, onMore }: { shown: number; hasMore: boolean; onMore: () => Promise<void> }) {
  const { t } = deskWords;
  const [isAsking, setIsAsking] = useState(false);
  const show = async () => {
    if (isAsking) return;
    setIsAsking(true);
    await onMore();
    setIsAsking(false);
    // The button may be gone; whoever pressed it goes on with the first that is new.
    requestAnimationFrame(() => allRows()[shown]?.focus());
  };
  return (
    <div class="list-foot">
      <p role="status">{t('find.shown', { count: shown })}</p>
      {hasMore && (
        <button type="button" aria-disabled={isAsking} onClick={() => void show()}>
          {t('find.more')}
        </button>
      )}
    </div>
  );
}

function Empty({ filter, narrowing }: Pick<CaseListProps, 'filter' | 'narrowing'>) {
  const { t } = deskWords;
  const { q, ...chosen } = narrowing;
  const isNarrowed = Object.keys(chosen).length > 0;
  const isAll = filter === 'all' && !q && !isNarrowed;
  return (
    <div class="empty">
      <Pebble kind="comment" />
      <p>{emptyWords(filter, q, isNarrowed)}</p>
      {q && <p class="help">{t('empty.searchText')}</p>}
      {isAll && <p class="help">{t('list.emptyText')}</p>}
    </div>
  );
}

function emptyWords(filter: Filter, q: string | undefined, isNarrowed: boolean): string {
  const { t } = deskWords;
  if (q) return t('empty.search');
  if (isNarrowed) return t('empty.narrowed');
  return filter === 'all' ? t('list.empty') : t(`empty.${filter}`);
}

interface RowProps {
  it: ListedCase;
  today: IsoDate;
  at: Instant;
  isChosen: boolean;
  teams: ReadonlyMap<string, string>;
}

function Row({ it, today, at, isChosen, teams }: RowProps) {
  const { t } = deskWords;
  const language = languageName(it.language);
  return (
    <a class="case-row" href={addressOf(it.id)} aria-current={isChosen ? 'true' : undefined}>
      <Pebble kind={it.kind} />
      <span class="row-lines">
        {it.worse && <WorseMark since={it.worse.since} today={today} at={at} />}
        {it.unsafe && <UnsafeMark unsafe={it.unsafe} today={today} at={at} />}
        <span class="tags">
          <span class="reference">{it.reference}</span>
          {it.unread && <span class="tag tag-unread">{t('find.unread')}</span>}
          <span class={`tag tag-${it.kind}`}>{t(`kind.${it.kind}`)}</span>
          <span class="tag">{t(`voice.${it.voice ?? 'unknown'}`)}</span>
          {it.route && <span class="tag">{t(`route.${it.route}`)}</span>}
          {it.givenTo && <GivenTo to={it.givenTo} teams={teams} hasLeft={it.holderLeft} />}
          {language && <span class="tag">{t('case.inLanguage', { language })}</span>}
          {it.advocate === 'yes' && <span class="tag tag-wish">{t('advocateWish.yes')}</span>}
          {it.unsafeBefore && !it.unsafe && <span class="tag">{t('unsafe.before')}</span>}
        </span>
        {!it.opening && it.pictures && (
          <span class="opening">
            {t('list.byPictures', { chosen: picturesLine(it.pictures, { today, services: [] }) })}
          </span>
        )}
        {it.opening && (
          <q class="opening" lang={it.language} dir="auto">
            {it.opening}
          </q>
        )}
        {it.message && (
          <WaitsUntil what={waitsWords(it)} day={it.message.answerBy} late={t('message.isLate')} today={today} />
        )}
        <Waiting it={it} today={today} />
      </span>
    </a>
  );
}

function waitsWords({ asksFor }: ListedCase): string {
  const { t } = deskWords;
  return asksFor ? t('asks.row', { what: t(`asks.for.${asksFor}`) }) : t('message.waits');
}

function Waiting({ it, today }: Pick<RowProps, 'it' | 'today'>) {
  const { t } = deskWords;
  const { waitingFor: step, learningDue, message } = it;
  if (!step && learningDue) {
    return <WaitsUntil what={t('learning.row')} day={learningDue} late={t('learning.rowLate')} today={today} />;
  }
  // A message that waits, or what was asked in it, is something to do, and says so above.
  if (!step) return message ? null : <span class="waiting">{t('list.nothing')}</span>;
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

function WaitsUntil({ what, day, late, today }: { what: string; day: IsoDate; late: string; today: IsoDate }) {
  const isLate = today > day;
  return (
    <span class={`waiting waiting-${isLate ? 'late' : 'next'}`}>
      <span>
        {what} <b>{shortDate(day, today)}</b>
      </span>{' '}
      {isLate && <span>{late}</span>}
    </span>
  );
}
