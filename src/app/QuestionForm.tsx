import type { ComponentChildren } from 'preact';
import { Progress } from '../ui/Progress.tsx';
import { Title } from '../ui/Title.tsx';
import { appWords } from '../words/app-words.ts';

interface QuestionFormProps {
  title: string;
  help?: string | undefined;
  /** How far it is; not for a question that was chosen out of turn. */
  progress: { step: number; steps: number } | undefined;
  /** Which child it is about, where somebody tells of several. */
  child?: string | undefined;
  takesFocus: boolean;
  submit: { label: string; isQuiet?: boolean };
  onSubmit: () => void;
  children?: ComponentChildren;
  /** What may be done as well, below the way forward. */
  after?: ComponentChildren;
}

export const titleId = 'title';

/** Every question: a form with one heading and one button that submits it. */
export function QuestionForm(props: QuestionFormProps) {
  const { title, help, progress, child, takesFocus, submit, onSubmit, children, after } = props;
  const { t } = appWords;
  const dots = progress && progress.step > 1 && <Progress {...progress} label={t('progress', progress)} />;
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
      {child ? (
        <div class="place">
          {dots}
          <p class="whose">
            {t('forChild')} <bdi>{child}</bdi>
          </p>
        </div>
      ) : (
        dots
      )}
      <Title id={titleId} text={title} takesFocus={takesFocus} />
      {help && <p class="help">{help}</p>}
      {children}
      <button type="submit" class={submit.isQuiet ? 'quiet' : 'way-forward'}>
        {submit.label}
      </button>
      {after}
    </form>
  );
}
