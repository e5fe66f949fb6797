import { useState } from 'preact/hooks';
import { type ActionName, actionNames } from '../domain/case-actions.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { Act } from './Act.tsx';
import { type DraftPlace, dropDraft, readDraft, wordsIn } from './drafts.ts';
import { MoreActions } from './MoreActions.tsx';
import { nextAction } from './next-action.ts';
import { Trouble } from './Trouble.tsx';
import { type ActingNeeds, useActing } from './use-acting.ts';
import { deskWords } from './words.ts';

interface ActionsProps extends ActingNeeds {
  council: PublicCouncil;
}

// What is accepted as seen has its place beside what was raised, and what is said of a name beside the name.
const elsewhere: ReadonlySet<ActionName> = new Set<ActionName>([
  'accept-safety',
  'note-worse',
  ...(['match-named-person', 'named-person-not-staff', 'ask-safety-access', 'agree-safety-access'] as const),
]);

/** What there is to do with a case now: what is due next first, the rest behind a button. */
export function Actions({ council, ...needs }: ActionsProps) {
  const { it } = needs;
  const acting = useActing(needs);
  const { trouble, place, perform } = acting;
  const next = nextAction(it);
  const rest = it.allowed.filter((each) => each !== next && !elsewhere.has(each));
  return (
    <>
      <Trouble trouble={trouble} />
      <Unsent places={actionNames.filter((each) => !it.allowed.includes(each)).map(place)} />
      {next === 'acknowledge' && (
        <Acknowledge
          it={it}
          place={place(next)}
          phone={council.complaintsTeam.phones[0] ?? ''}
          onSend={(body) => perform(body, deskWords.t('acknowledge.sent'))}
        />
      )}
      {next && next !== 'acknowledge' && (
        <Act key={`${next} ${it.revision}`} it={it} action={next} council={council} place={place} perform={perform} />
      )}
      <MoreActions
        actions={rest}
        form={(action, close) => (
          <Act
            key={action}
            it={it}
            action={action}
            council={council}
            place={place}
            perform={async (body, done) => {
              const refusal = await perform(body, done);
              if (!refusal) close();
              return refusal;
            }}
          />
        )}
      />
    </>
  );
}

/** Words for something that somebody else has done meanwhile: still the officer's own, to copy or let go. */
function Unsent({ places }: { places: DraftPlace[] }) {
  const { t } = deskWords;
  const [, setDropped] = useState(0);
  return places.map((place) => {
    const written = wordsIn(readDraft(place));
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
