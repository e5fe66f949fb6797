import { useState } from 'preact/hooks';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { StepName } from '../domain/steps.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { type Answer, acknowledge, passOn, type Trouble as TroubleValue } from './api.ts';
import { type Action, type DraftPlace, dropDraft, readDraft } from './drafts.ts';
import { PassOn } from './PassOn.tsx';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface ActionsProps {
  it: CaseDetail;
  owner: string;
  phone: string;
  onChanged: (it: CaseDetail) => void;
  /** The case is no longer as it is shown here. */
  onStale: () => Promise<void>;
  onSessionEnded: () => void;
  /** Says something aloud and on the page; nothing takes it back. */
  onSay: (words: string) => void;
}

/** What there is to do with a case now. What was written is dropped only once the server has it. */
export function Actions({ it, owner, phone, onChanged, onStale, onSessionEnded, onSay }: ActionsProps) {
  const { t } = deskWords;
  const [trouble, setTrouble] = useState<TroubleValue>();
  const place = (action: Action): DraftPlace => ({ owner, caseId: it.id, action });

  const perform = async (action: Action, asked: Promise<Answer<CaseDetail>>, done: string) => {
    setTrouble(undefined);
    onSay('');
    const answer = await asked;
    if ('value' in answer) {
      dropDraft(place(action));
      onChanged(answer.value);
      onSay(done);
      // The form that had the focus is gone.
      document.getElementById('case-title')?.focus();
      return;
    }
    if (answer.trouble.code === 'sign-in-required') return onSessionEnded();
    setTrouble(answer.trouble);
    if (answer.trouble.code === 'changed-meanwhile' || answer.trouble.code === 'already-done') await onStale();
  };

  const action = nextAction(it);
  return (
    <>
      <Trouble trouble={trouble} />
      <UnsentLetters places={(['acknowledge', 'pass-on'] as const).filter((each) => each !== action).map(place)} />
      {action === 'acknowledge' && (
        <Acknowledge
          it={it}
          place={place(action)}
          phone={phone}
          onSend={(body) => perform(action, acknowledge(it.id, body), t('acknowledge.sent'))}
        />
      )}
      {action === 'pass-on' && (
        <PassOn
          it={it}
          place={place(action)}
          onSend={(body) => perform(action, passOn(it.id, body), t('passOn.sent'))}
        />
      )}
    </>
  );
}

function nextAction({ timeline }: CaseDetail): Action | undefined {
  const isOpen = (step: StepName) => timeline.some((each) => each.step === step && each.state !== 'done');
  if (isOpen('acknowledge')) return 'acknowledge';
  return isOpen('pass-on') ? 'pass-on' : undefined;
}

/** Letters for something that somebody else has done meanwhile: still the officer's own words, to copy or let go. */
function UnsentLetters({ places }: { places: DraftPlace[] }) {
  const { t } = deskWords;
  const [, setDropped] = useState(0);
  return places.map((place) => {
    const { message } = readDraft(place);
    if (message === undefined) return null;
    const drop = () => {
      dropDraft(place);
      setDropped((count) => count + 1);
    };
    return (
      <section key={place.action} class="unsent" aria-label={t('letter.unsent')}>
        <h3>{t('letter.unsent')}</h3>
        <p>{t('letter.unsentText')}</p>
        <p class="letter-words" dir="auto">
          {message}
        </p>
        <button type="button" onClick={drop}>
          {t('letter.drop')}
        </button>
      </section>
    );
  });
}
