import type { Answers } from '../device/answers.ts';
import { appWords } from '../words/app-words.ts';
import { offered } from './journey.ts';
import { mayTellHere } from './known-here.ts';
import { mayTell } from './questions/may-tell/question.tsx';
import type { SentItem } from './use-kept.ts';

/** Whom the council may tell, as it was said last, and the way to change it. */
export function AgreementCard({ item, onChange }: { item: SentItem; onChange: (said: Answers) => void }) {
  const { kind, voice } = item;
  const answers = { kind, ...(voice && { voice }) };
  if (!offered({ answers, isAddition: true }).includes('may-tell')) return null;
  const chosen = mayTellHere(item);
  const said = chosen && mayTell.said({ ...answers, mayTell: chosen });
  return (
    <button type="button" class="offer" onClick={() => onChange(chosen ? { mayTell: chosen } : {})}>
      <span class="choice-words choice-lines">
        <span>{appWords.t('mayTell.label')}</span>
        {said && <small>{said}</small>}
      </span>
    </button>
  );
}
