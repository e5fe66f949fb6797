import type { OwnSession } from '../domain/people-api.ts';
import type { Answer } from './api.ts';
import { shortInstant } from './dates.ts';
import { PasswordAgain } from './PasswordAgain.tsx';
import { endOtherSessions, endSession } from './people-api.ts';
import { ShortForm } from './ShortForm.tsx';
import { deskWords } from './words.ts';

interface SessionsProps {
  sessions: OwnSession[];
  onSessionEnded: () => void;
  onChanged: (words: string) => void;
}

/** Where one is signed in, as far as anybody knows: when it began and when it was last used. */
export function Sessions({ sessions, onSessionEnded, onChanged }: SessionsProps) {
  const { t } = deskWords;
  const now = new Date().toISOString();
  const shared = { onSessionEnded, onEnded: () => onChanged(t('sessions.ended')) };
  return (
    <section class="sheet" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      <p class="help">{t('sessions.help')}</p>
      <ul class="lines">
        {sessions.map(({ id, begunAt, seenAt, isThis }) => {
          const begun = shortInstant(begunAt, now);
          return (
            <li key={id} class="line">
              <span>
                {t('sessions.begun', { when: begun })}
                <span class="help">{t('sessions.seen', { when: shortInstant(seenAt, now) })}</span>
              </span>
              {isThis ? (
                <b>{t('sessions.this')}</b>
              ) : (
                <Ending
                  id={id}
                  what={t('sessions.end', { when: begun })}
                  end={(password) => endSession(id, password)}
                  {...shared}
                />
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && <Ending id="others" what={t('sessions.endOthers')} end={endOtherSessions} {...shared} />}
    </section>
  );
}

interface EndingProps {
  id: string;
  what: string;
  end: (password: string) => Promise<Answer<null>>;
  onEnded: () => void;
  onSessionEnded: () => void;
}

/** Ends something once the password was given: whoever finds the screen open puts nobody out. */
function Ending({ id, what, end, onEnded, onSessionEnded }: EndingProps) {
  const { t } = deskWords;
  const field = `end-${id}`;
  const ask = async ({ [field]: password = '' }: Record<string, string>): Promise<Answer<null>> => {
    const answer = await end(password);
    // One that is gone already has ended as well.
    return 'trouble' in answer && answer.trouble.code === 'not-found' ? { value: null } : answer;
  };
  return (
    <details>
      <summary>{what}</summary>
      <ShortForm
        send={t('sessions.send')}
        sending={t('secondFactor.sending')}
        check={({ [field]: password = '' }) => (password ? {} : { [field]: t('field.missing') })}
        ask={ask}
        onDone={onEnded}
        faultAt={{ 'wrong-password': field }}
        onSessionEnded={onSessionEnded}
      >
        {(faults) => <PasswordAgain id={field} fault={faults[field]} />}
      </ShortForm>
    </details>
  );
}
