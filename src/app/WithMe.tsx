import { useEffect, useState } from 'preact/hooks';
import { type Answers, isTyped } from '../device/answers.ts';
import type { Draft } from '../device/drafts.ts';
import { TextField } from '../ui/TextField.tsx';
import { appWords } from '../words/app-words.ts';
import { givenBy, type QuestionName } from './journey.ts';
import { nameToSend } from './marks.ts';
import { whose } from './speaker.ts';
import { youngerPicture } from './younger-picture.tsx';

const pictures = { nobody: 'child', someone: 'helper' } as const;

interface WithMeProps {
  draft: Draft;
  step: QuestionName;
  onChange: (part: Answers) => void;
  /** Goes past this question and keeps it for when nobody helps. */
  onLater: () => void;
}

/**
 * Who is with whoever speaks for themselves: below the way forward, where it stops nobody. Whoever helps reads it too, so
 * it asks for nothing that a child could be blamed for, and does not say what "later" is for.
 */
export function WithMe({ draft: { answers, isAddition }, step, onChange, onLater }: WithMeProps) {
  const { t } = appWords;
  // The first page is sent without it: it is only of use with the app.
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  const { withMe, withMeWho } = answers;
  // Asked once, and again by pressing it again.
  const [isNamed, setNamed] = useState(Boolean(withMeWho?.trim()));
  const isTyping = givenBy(step).some(isTyped);
  const isHelped = withMe === 'someone';
  const isAsked = isHelped || isTyping || (step === 'kind' && !isAddition);
  if (!isHere || !isAsked || whose(answers) !== 'own' || step === 'who') return null;
  const isEmpty = !givenBy(step).some((name) => typeof answers[name] === 'string' && answers[name]?.trim());
  return (
    <aside class="with-me" aria-labelledby="with-me">
      {isHelped && (isTyping || step === 'safe') && step !== 'message' && (
        <button type="button" class="quiet" onClick={onLater}>
          {youngerPicture('later')}
          {t(isEmpty ? 'withMe.later' : 'withMe.moreLater')}
        </button>
      )}
      <div class="with-me-choice">
        <span id="with-me">{t('withMe.title')}</span>
        {(['nobody', 'someone'] as const).map((each) => (
          <button
            key={each}
            type="button"
            value={each}
            aria-pressed={withMe === each}
            onClick={() => {
              setNamed(false);
              onChange({ withMe: each });
            }}
          >
            {youngerPicture(pictures[each])}
            {t(`withMe.${each}`)}
          </button>
        ))}
      </div>
      {isHelped && !isNamed && (isTyping || step === 'kind') && (
        <TextField
          name="withMeWho"
          label={t('trusted.own.title')}
          help={t('withMe.whoHelp')}
          value={withMeWho ?? ''}
          onInput={(typed) => onChange({ withMeWho: nameToSend(typed) })}
        />
      )}
    </aside>
  );
}
