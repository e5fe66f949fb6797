import council from 'virtual:council';
import { londonDate } from '../domain/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { SteppingStones } from '../ui/SteppingStones.tsx';
import { appWords } from '../words/app-words.ts';
import { knownHere } from './known-here.ts';
import { Letters } from './Letters.tsx';
import { stonesOf } from './stones.ts';
import type { SentItem } from './use-kept.ts';

/** What happens next with one thing that the council has, as far as this device knows. */
export function Timeline({ item, hasNumber = true }: { item: SentItem; hasNumber?: boolean }) {
  const { t, date } = appWords;
  const { status } = item;
  const known = knownHere(item);
  if (!known) return null;
  const { receivedAt, reference, timeline, asOf } = known;
  const told = status?.receivedOn ?? londonDate(receivedAt);
  return (
    <>
      <SteppingStones
        stones={stonesOf({
          told,
          timeline,
          asOf,
          today: londonDate(new Date().toISOString()),
          phone: council.complaintsTeam.phones[0] ?? '',
        })}
      />
      {status?.route && <p>{t(`follow.route.${status.route}`)}</p>}
      {status && <Letters of={status} />}
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
