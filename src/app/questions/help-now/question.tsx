import { useState } from 'preact/hooks';
import { Trouble } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { appWords } from '../../../words/app-words.ts';
import { faultInLine } from '../../faults.ts';
import { QuestionForm } from '../../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../../question.ts';
import { Numbers } from '../../screens/SafeScreen.tsx';
import { whose } from '../../speaker.ts';

/** Somebody is not safe: whom to ring, that nobody has seen it yet, and where they are if they want to say. */
export const helpNow: QuestionParts = {
  Screen,
  label: 'helpNow.label',
  said: ({ whereNow }) => whereNow ?? '',
};

function Screen({ answers, onChange, onNext, keeping: _, ...rest }: QuestionProps) {
  const { t } = appWords;
  const [fault, setFault] = useState('');
  const submit = () => {
    const found = faultInLine(answers.whereNow ?? '');
    setFault(found);
    if (found) document.getElementById('field-whereNow')?.focus();
    else onNext({});
  };
  return (
    <QuestionForm {...rest} title={t('safe.title')} submit={{ label: t('helpNow.carryOn') }} onSubmit={submit}>
      <div class="safe">
        <Numbers whenSent />
      </div>
      <TextField
        name="whereNow"
        label={t(`helpNow.where.${whose(answers)}`)}
        help={t('helpNow.whereHelp')}
        value={answers.whereNow ?? ''}
        faultId={fault && 'fault-whereNow'}
        onInput={(whereNow) => {
          setFault('');
          onChange({ whereNow });
        }}
      />
      {fault && <Trouble id="fault-whereNow">{fault}</Trouble>}
    </QuestionForm>
  );
}
