import council from 'virtual:council';
import { useRef, useState } from 'preact/hooks';
import { cleanWords, mostWords, Words } from '../../../domain/text.ts';
import { Notice, Trouble } from '../../../ui/Notice.tsx';
import { appWords } from '../../../words/app-words.ts';
import type { Question, QuestionProps } from '../../journey.ts';
import { QuestionForm, titleId } from '../../QuestionForm.tsx';

/** The person's own words: the one answer that nobody can give for them. */
export const words: Question = { name: 'words', isAsked: () => true, Screen };

const ids = { help: 'words-help', trouble: 'words-trouble' };

function Screen({ answers, keeping, onChange, onNext, ...rest }: QuestionProps) {
  const { t } = appWords;
  const box = useRef<HTMLTextAreaElement>(null);
  const [trouble, setTrouble] = useState('');
  const kind = answers.kind ?? 'complaint';
  const text = answers.words ?? '';

  const submit = () => {
    const found = troubleWith(text);
    setTrouble(found);
    if (found) box.current?.focus();
    else onNext({ words: text });
  };

  return (
    <QuestionForm {...rest} title={t(`words.title.${kind}`)} submit={{ label: t('next') }} onSubmit={submit}>
      <Notice id={ids.help}>{t(`words.help.${kind}`)}</Notice>
      <textarea
        ref={box}
        name="words"
        rows={6}
        // The browser's spelling help may send what is typed to its maker.
        spellcheck={false}
        autocomplete="off"
        aria-labelledby={titleId}
        aria-describedby={trouble ? `${ids.trouble} ${ids.help}` : ids.help}
        aria-invalid={trouble ? true : undefined}
        value={text}
        onInput={({ currentTarget }) => {
          setTrouble('');
          onChange({ words: currentTarget.value });
        }}
      />
      {trouble && <Trouble id={ids.trouble}>{trouble}</Trouble>}
      {keeping === 'cannot' && <Trouble>{t('notKept', { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>}
      <p class="kept">{keeping === 'kept' && t('kept')}</p>
    </QuestionForm>
  );
}

function troubleWith(text: string): string {
  const { t } = appWords;
  const words = cleanWords(text);
  const length = [...words].length;
  if (length > mostWords) return t('words.long', { count: length - mostWords });
  return Words.safeParse(words).success ? '' : t('words.empty');
}
