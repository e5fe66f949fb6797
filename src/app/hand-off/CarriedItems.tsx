import council from 'virtual:council';
import type { CarriedHere } from '../../device/carried.ts';
import { forgetCarried } from '../../device/carry.ts';
import { Pebble } from '../../ui/art/Pebble.tsx';
import { appWords } from '../../words/app-words.ts';
import { ForgetOne } from '../ForgetOne.tsx';

/** What this phone carries for others: that it is something, and where it is. Nobody here knows what. */
export function CarriedItems({ carried }: { carried: CarriedHere[] }) {
  const { t, date } = appWords;
  return (
    <>
      {carried.map(({ id, whereabouts, deliveredOn }) => (
        <details key={id} class={`item item-${whereabouts}`} open>
          <summary>
            <Pebble kind="comment" />
            <span class="choice-words">
              <span>{t('carry.item')}</span>
              <small>{t(`state.${whereabouts}`)}</small>
            </span>
          </summary>
          {whereabouts === 'received' && deliveredOn && <p>{t('carry.went', { date: date(deliveredOn) })}</p>}
          {whereabouts === 'refused' && <p>{t('carry.refused', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>}
          <p class="as-of">
            <bdi data-unread="true">{fileName(id)}</bdi>
          </p>
          <div class="rows">
            <ForgetOne
              warnings={[whereabouts === 'received' ? 'carry.forgetWent' : 'carry.forgetWaiting']}
              onYes={() => forgetCarried(id)}
            />
          </div>
        </details>
      ))}
    </>
  );
}

/** Two of them are told apart by it on one phone, and it does not say whose it is or what of. */
export function fileName(id: string): string {
  return `${appWords.t('handOff.file')}-${id.slice(0, 8)}.txt`;
}
