import type { ComponentChildren } from 'preact';
import { Progress } from '../ui/Progress.tsx';
import { Title } from '../ui/Title.tsx';
import { appWords } from '../words/app-words.ts';

interface QuestionFormProps {
  title: string;
  help?: string;
  progress: { step: number; steps: number };
  takesFocus: boolean;
  submit: { label: string; isQuiet?: boolean };
  onSubmit: () => void;
  children: ComponentChildren;
}

export const titleId = 'title';

/** Every question: a form with one heading and one button that submits it. */
export function QuestionForm({ title, help, progress, takesFocus, submit, onSubmit, children }: QuestionFormProps) {
  const { t } = appWords;
  return (
    <form
      // Nothing here is the browser's to keep or to suggest: the phone may be somebody else's too.
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {progress.step > 1 && <Progress {...progress} label={t('progress', progress)} />}
      <Title id={titleId} text={title} takesFocus={takesFocus} />
      {help && <p class="help">{help}</p>}
      {children}
      <button type="submit" class={submit.isQuiet ? 'quiet' : 'way-forward'}>
        {submit.label}
      </button>
    </form>
  );
}
