import { appWords } from '../../../words/app-words.ts';
import { QuestionForm } from '../../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../../question.ts';

/** Ends the way by which a helper looks too. Only who has the child's own key comes here. */
export const helperAccess: QuestionParts = {
  Screen,
  label: 'helperAccess.label',
  said: ({ helperEnded }) => (helperEnded ? appWords.t('helperAccess.ended') : ''),
};

function Screen({ answers: _, onNext, onChange: __, keeping: ___, ...rest }: QuestionProps) {
  const { t } = appWords;
  return (
    <QuestionForm
      {...rest}
      title={t('helperAccess.title')}
      help={t('helperAccess.help')}
      submit={{ label: t('helperAccess.end') }}
      onSubmit={() => onNext({ helperEnded: true })}
    >
      <button type="button" class="way-aside" onClick={() => onNext({ helperEnded: undefined })}>
        {t('helperAccess.keep')}
      </button>
    </QuestionForm>
  );
}
