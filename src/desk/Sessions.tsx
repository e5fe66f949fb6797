import { useState } from 'preact/hooks';
import type { OwnSession } from '../domain/people-api.ts';
import type { Answer, Trouble as TroubleValue } from './api.ts';
import { shortInstant } from './dates.ts';
import { endOtherSessions, endSession } from './people-api.ts';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface SessionsProps {
  sessions: OwnSession[];
  onSessionEnded: () => void;
  onChanged: (words: string) => void;
}

/** Where one is signed in, as far as anybody knows: when it began and when it was last used. */
export function Sessions({ sessions, onSessionEnded, onChanged }: SessionsProps) {
  const { t } = deskWords;
  const [trouble, setTrouble] = useState<TroubleValue>();
  const now = new Date().toISOString();
  const end = async (asked: Promise<Answer<null>>) => {
    const answer = await asked;
    // One that is gone already has ended as well.
    if ('value' in answer || answer.trouble.code === 'not-found') onChanged(t('sessions.ended'));
    else if (answer.trouble.code === 'sign-in-required') onSessionEnded();
    else setTrouble(answer.trouble);
  };
  return (
    <section class="sheet" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.title')}</h2>
      <p class="help">{t('sessions.help')}</p>
      <Trouble trouble={trouble} />
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
                <button type="button" class="quiet" onClick={() => void end(endSession(id))}>
                  {t('sessions.end', { when: begun })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <button type="button" onClick={() => void end(endOtherSessions())}>
          {t('sessions.endOthers')}
        </button>
      )}
    </section>
  );
}
