import { Kind } from '../../../domain/submission.ts';
import { Pebble } from '../../../ui/art/Pebble.tsx';
import { appWords } from '../../../words/app-words.ts';
import { choiceQuestion } from '../choice-question.tsx';

/** Something is wrong, thank you, or an idea. */
export const kind = choiceQuestion({
  answer: 'kind',
  label: 'check.kind',
  title: () => appWords.t('kind.title'),
  help: () => appWords.t('kind.help'),
  values: () => Kind.options,
  name: (value) => appWords.t(`kind.${value}`),
  picture: (value) => <Pebble kind={value} />,
  // Who is not sure gets what protects most: a complaint is acknowledged, answered, and has dates.
  skip: { label: 'kind.skip', as: 'complaint' },
});
