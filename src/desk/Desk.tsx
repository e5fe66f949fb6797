import { useEffect, useState } from 'preact/hooks';
import type { SignedIn, SignInStep } from '../domain/staff.ts';
import { getSession, signOut, type Trouble as TroubleValue } from './api.ts';
import { CodeStep } from './CodeStep.tsx';
import { noCase } from './chosen-case.ts';
import { Door } from './Door.tsx';
import { dropAllDrafts } from './drafts.ts';
import { Inside } from './Inside.tsx';
import type { LinkToken } from './link-token.ts';
import { SecondFactorFirst } from './SecondFactorFirst.tsx';
import { SetUp } from './SetUp.tsx';
import { SignIn } from './SignIn.tsx';
import { Trouble } from './Trouble.tsx';
import { Welcome } from './Welcome.tsx';
import { deskWords } from './words.ts';

type Place =
  | { at: 'looking'; trouble?: TroubleValue }
  | { at: 'link'; link: LinkToken }
  | { at: 'sign-in'; again: boolean }
  | { at: 'code' }
  | { at: 'inside'; who: SignedIn };

/** The staff desk: who is there decides what is shown. */
export function Desk({ link }: { link: LinkToken | undefined }) {
  const { t } = deskWords;
  const [place, setPlace] = useState<Place>(link ? { at: 'link', link } : { at: 'looking' });
  const isLooking = place.at === 'looking' && !place.trouble;

  useEffect(() => {
    if (!isLooking) return;
    void getSession().then((answer) => {
      if ('trouble' in answer) setPlace({ at: 'looking', trouble: answer.trouble });
      else if (answer.value) setPlace({ at: 'inside', who: answer.value });
      else setPlace({ at: 'sign-in', again: false });
    });
  }, [isLooking]);

  const step = (next: SignInStep) => setPlace('next' in next ? { at: 'code' } : { at: 'inside', who: next });
  const toSignIn = () => setPlace({ at: 'sign-in', again: false });

  if (place.at === 'link') {
    const Page = place.link.kind === 'set-up' ? SetUp : Welcome;
    return <Page token={place.link.token} onStep={step} onSignIn={toSignIn} />;
  }
  if (place.at === 'sign-in') return <SignIn again={place.again} onStep={step} />;
  if (place.at === 'code') return <CodeStep onStep={step} onSignIn={toSignIn} />;
  if (place.at === 'inside') {
    const { user: officer, secondFactor } = place.who;
    const leave = async () => {
      const answer = await signOut();
      if ('trouble' in answer) return answer.trouble;
      dropAllDrafts();
      location.hash = noCase;
      toSignIn();
      return undefined;
    };
    const ended = () => setPlace({ at: 'sign-in', again: true });
    if (secondFactor === 'now') {
      return <SecondFactorFirst onDone={() => setPlace({ at: 'looking' })} onSignOut={leave} onSessionEnded={ended} />;
    }
    return <Inside officer={officer} secondFactor={secondFactor} onSignOut={leave} onSessionEnded={ended} />;
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
