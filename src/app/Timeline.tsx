import council from 'virtual:council';
import { londonDate } from '../domain/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { SteppingStones } from '../ui/SteppingStones.tsx';
import { type AppKey, appWords } from '../words/app-words.ts';
import { stonesOf } from './stones.ts';
import type { SentItem } from './use-kept.ts';

/** What happens next with one thing that the council has, as far as this device knows. */
export function Timeline({ item, hasNumber = true }: { item: SentItem; hasNumber?: boolean }) {
  const { t, date } = appWords;
  const { receipt, status } = item;
  const known = status ?? (receipt && { ...receipt, asOf: londonDate(receipt.receivedAt) });
  if (!known) return null;
  const { receivedAt, reference, timeline, asOf } = known;
  return (
    <>
      <SteppingStones
        stones={stonesOf({
          receivedAt,
          timeline,
          asOf,
          today: londonDate(new Date().toISOString()),
          phone: council.complaintsTeam.phones[0] ?? '',
        })}
      />
      {status?.route && <p>{t(`follow.route.${status.route}`)}</p>}
      {status?.letters.map(({ about, at, words, from }) => (
        <section key={`${about} ${at}`} class="letter">
          <h2>{t(letterTitle(about))}</h2>
          <p class="own-words">{words}</p>
          <p class="when">
            {from && t('follow.from', { name: from })} {date(londonDate(at))}
          </p>
        </section>
      ))}
      {item.isEnded && <Notice>{t('follow.ended')}</Notice>}
      {hasNumber && <Reference of={reference} />}
      <p class="as-of">{t('follow.asOf', { date: date(asOf) })}</p>
    </>
  );
}

/** The council's number for it, in one piece. */
export function Reference({ of }: { of: string }) {
  const [before, after] = appWords.t('sent.reference', { reference: of }).split(of);
  return (
    <Notice>
      {before}
      <strong class="reference">{of}</strong>
      {after}
    </Notice>
  );
}

const letterTitles: Partial<Record<string, AppKey>> = {
  acknowledged: 'follow.letter.acknowledged',
  'passed-on': 'follow.letter.passed-on',
  'stage1-answered': 'follow.letter.stage1-answered',
  'stage2-acknowledged': 'follow.letter.stage2-acknowledged',
  'stage2-responded': 'follow.letter.stage2-responded',
  'stage3-responded': 'follow.letter.stage3-responded',
  'route-refused': 'follow.letter.route-refused',
  'kind-changed': 'follow.letter.kind-changed',
  extended: 'follow.letter.extended',
  paused: 'follow.letter.paused',
  resumed: 'follow.letter.resumed',
  'stage2-appointed': 'follow.letter.stage2-appointed',
  'stage3-panel-appointed': 'follow.letter.stage3-panel-appointed',
  'advocate-requested': 'follow.letter.advocate-referred',
  'advocate-referred': 'follow.letter.advocate-referred',
  'advocate-accepted': 'follow.letter.advocate-accepted',
  withdrawn: 'follow.letter.withdrawn',
  closed: 'follow.letter.closed',
  reopened: 'follow.letter.reopened',
};

// A newer council's server may send letters this app does not know yet.
function letterTitle(about: string): AppKey {
  return letterTitles[about] ?? 'follow.letter.other';
}
