import { useEffect, useState } from 'preact/hooks';
import type { Officer } from '../domain/staff.ts';
import { getSession, signOut, type Trouble as TroubleValue } from './api.ts';
import { Board } from './Board.tsx';
import { noCase } from './chosen-case.ts';
import { Door } from './Door.tsx';
import { dropAllDrafts } from './drafts.ts';
import { SetUp } from './SetUp.tsx';
import { SignIn } from './SignIn.tsx';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

type Place =
  | { at: 'looking'; trouble?: TroubleValue }
  | { at: 'set-up'; token: string }
  | { at: 'sign-in'; again: boolean }
  | { at: 'board'; officer: Officer };

/** The staff desk: who is there decides what is shown. */
export function Desk({ setUpToken }: { setUpToken: string | undefined }) {
  const { t } = deskWords;
  const [place, setPlace] = useState<Place>(setUpToken ? { at: 'set-up', token: setUpToken } : { at: 'looking' });
  const isLooking = place.at === 'looking' && !place.trouble;

  useEffect(() => {
    if (!isLooking) return;
    void getSession().then((answer) => {
      if ('trouble' in answer) setPlace({ at: 'looking', trouble: answer.trouble });
      else if (answer.value) setPlace({ at: 'board', officer: answer.value.user });
      else setPlace({ at: 'sign-in', again: false });
    });
  }, [isLooking]);

  const enter = (officer: Officer) => setPlace({ at: 'board', officer });

  if (place.at === 'set-up') {
    return <SetUp token={place.token} onSignedIn={enter} onSignIn={() => setPlace({ at: 'sign-in', again: false })} />;
  }
  if (place.at === 'sign-in') return <SignIn again={place.again} onSignedIn={enter} />;
  if (place.at === 'board') {
    const { officer } = place;
    const leave = async () => {
      const answer = await signOut();
      if ('trouble' in answer) return answer.trouble;
      dropAllDrafts(officer.email);
      location.hash = noCase;
      setPlace({ at: 'sign-in', again: false });
      return undefined;
    };
    return (
      <Board officer={officer} onSignOut={leave} onSessionEnded={() => setPlace({ at: 'sign-in', again: true })} />
    );
  }
  if (!place.trouble) return <p class="looking">{t('loading')}</p>;
  return (
    <Door title={t('title')}>
      <Trouble trouble={place.trouble}>
        <button type="button" onClick={() => setPlace({ at: 'looking' })}>
          {t('trouble.tryAgain')}
        </button>
      </Trouble>
    </Door>
  );
}
