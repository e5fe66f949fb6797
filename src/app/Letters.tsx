import council from 'virtual:council';
import type { Letter, Status } from '../domain/api.ts';
import { type Instant, londonDate } from '../domain/dates.ts';
import { type AppKey, appWords } from '../words/app-words.ts';
import { builtIn } from '../words/languages.ts';

/** What the person wrote: the words are with the council, and not on this phone, which others may hold. */
interface Own {
  at: Instant;
}

/** What the council wrote, and when the person did, in the order in which it was written; and by when they answer. */
export function Letters({ of: { letters, written = [], answerBy, asOf } }: { of: Status }) {
  const { t, date } = appWords;
  const theirs: (Letter | Own)[] = [...letters, ...written.map((at) => ({ at }))];
  const inOrder = theirs.sort((a, b) => a.at.localeCompare(b.at));
  const isLate = answerBy !== undefined && asOf > answerBy;
  return (
    <>
      {inOrder.map((each) =>
        'about' in each ? (
          <section key={`${each.about} ${each.at}`} class="letter">
            <h2>{t(letterTitle(each.about))}</h2>
            <p class="own-words" lang={builtIn} dir="auto">
              {each.words}
            </p>
            {each.reached && (
              <p>{t(reachedHow[each.reached.how] ?? 'follow.reached.other', { date: date(each.reached.on) })}</p>
            )}
            <p class="when">
              {each.from && t('follow.from', { name: each.from })} {date(londonDate(each.at))}
            </p>
          </section>
        ) : (
          <Written key={each.at} at={each.at} />
        ),
      )}
      {answerBy && (
        <p>
          {t(isLate ? 'message.late' : 'message.answerBy', {
            date: date(answerBy),
            phone: council.complaintsTeam.phones[0] ?? '',
          })}
        </p>
      )}
    </>
  );
}

function Written({ at }: Own) {
  const { t, date } = appWords;
  return (
    <p class="when">
      {t('message.sent')} {date(londonDate(at))}
    </p>
  );
}

// A newer server may know a way that is not known here.
const reachedHow: Partial<Record<string, AppKey>> = {
  'in-person': 'follow.reached.in-person',
  phone: 'follow.reached.phone',
  letter: 'follow.reached.letter',
  email: 'follow.reached.email',
};

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
  'message-sent': 'follow.letter.message-sent',
};

// A newer council's server may send letters this app does not know yet.
function letterTitle(about: string): AppKey {
  return letterTitles[about] ?? 'follow.letter.other';
}
