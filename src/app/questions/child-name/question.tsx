import { appWords } from '../../../words/app-words.ts';
import { faultInName } from '../../faults.ts';
import { isHelper } from '../../speaker.ts';
import { textQuestion } from '../text-question.tsx';

/** Which child it is: a name or a few letters, by which a helper also tells one child on this phone from the next. */
export const childName = textQuestion({
  label: 'childName.label',
  title: (answers) => (isHelper(answers) ? 'childName.which' : 'childName.title'),
  help: ({ answers: { aboutName = '' }, otherChildren }) =>
    otherChildren.some((name) => sameName(name, aboutName))
      ? appWords.t('childName.again')
      : appWords.t('childName.help'),
  lines: [{ answer: 'aboutName', label: 'childName.name' }],
  faultIn: faultInName,
  said: ({ aboutName }) => aboutName?.trim() ?? '',
});

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().toLocaleLowerCase().normalize('NFKC');
  return plain(other) !== '' && plain(one) === plain(other);
}
