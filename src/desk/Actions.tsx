import { useState } from 'preact/hooks';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { StepName } from '../domain/steps.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { acknowledge, passOn } from './api.ts';
import { type Action, actions, type DraftPlace, dropDraft, readDraft } from './drafts.ts';
import { PassOn } from './PassOn.tsx';
import { Trouble } from './Trouble.tsx';
import { type ActingNeeds, useActing } from './use-acting.ts';
import { deskWords } from './words.ts';

interface ActionsProps extends ActingNeeds {
  phone: string;
}

/** What there is to do with a case now. What was written is dropped only once the server has it. */
export function Actions({ phone, ...needs }: ActionsProps) {
  const { t } = deskWords;
  const { it } = needs;
  const { trouble, place, perform } = useActing(needs);
  const action = nextAction(it);
  return (
    <>
      <Trouble trouble={trouble} />
      <Unsent
        places={actions.filter((each) => each !== action && !(each === 'accept-safety' && it.unsafe)).map(place)}
      />
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

/** Words for something that somebody else has done meanwhile: still the officer's own, to copy or let go. */
function Unsent({ places }: { places: DraftPlace[] }) {
  const { t } = deskWords;
  const [, setDropped] = useState(0);
  return places.map((place) => {
    const { message, concern, action } = readDraft(place);
    const written = [message, concern, action].filter((words) => words !== undefined);
    if (written.length === 0) return null;
    const drop = () => {
      dropDraft(place);
      setDropped((count) => count + 1);
    };
    return (
      <section key={place.action} class="unsent" aria-label={t('letter.unsent')}>
        <h3>{t('letter.unsent')}</h3>
        <p>{t('letter.unsentText')}</p>
        <p class="letter-words" dir="auto">
          {written.join('\n\n')}
        </p>
        <button type="button" onClick={drop}>
          {t('letter.drop')}
        </button>
      </section>
    );
  });
}
