import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Act } from './Act.tsx';
import { shortInstant } from './dates.ts';
import { Trouble } from './Trouble.tsx';
import { Typed } from './Typed.tsx';
import { WorseMark } from './UnsafeMark.tsx';
import { type ActingNeeds, useActing } from './use-acting.ts';
import { deskWords } from './words.ts';

/** How things are since somebody told the council, for officers alone; and what was done when they were worse. */
export function ThingsNow({ council, ...needs }: ActingNeeds & { council: PublicCouncil }) {
  const { t } = deskWords;
  const { it } = needs;
  const { trouble, place, perform } = useActing(needs);
  if (it.now.length === 0) return null;
  return (
    <section class={it.worse ? 'safety safety-open' : 'safety'} aria-labelledby="now-title">
      <h3 id="now-title">
        {it.worse ? <WorseMark since={it.worse.since} today={it.asOf} at={it.at} /> : t('now.title')}
      </h3>
      <p class="help">{t('now.only')}</p>
      <ul class="raisings">
        {it.now.map((each) => (
          <li key={each.at}>
            <Line each={each} today={it.asOf} />
          </li>
        ))}
      </ul>
      <Trouble trouble={trouble} />
      {it.worse && <Act it={it} action="note-worse" council={council} place={place} perform={perform} />}
    </section>
  );
}

function Line({ each: { at, now, done, by = '' }, today }: { each: CaseDetail['now'][number]; today: IsoDate }) {
  const { t } = deskWords;
  const when = shortInstant(at, today);
  if (now) return <>{t('now.at', { said: t(`now.said.${now}`), when })}</>;
  return (
    <>
      {t('now.done', { by, when })} <Typed text={done ?? ''} />
    </>
  );
}
