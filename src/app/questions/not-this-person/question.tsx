import type { Answers } from '../../../device/answers.ts';
import { NotThisRole } from '../../../domain/not-this-role.ts';
import { Picture } from '../../../ui/art/Picture.tsx';
import { Ticks } from '../../../ui/Ticks.tsx';
import { type AppKey, appWords } from '../../../words/app-words.ts';
import { faultInLine } from '../../faults.ts';
import { notThisRoleOf } from '../../not-this-role.ts';
import { titleId } from '../../QuestionForm.tsx';
import type { QuestionParts, QuestionProps } from '../../question.ts';
import { whose } from '../../speaker.ts';
import { joined, textQuestion } from '../text-question.tsx';

const names: Record<'own' | 'child', Record<NotThisRole, AppKey>> = {
  own: { 'social-worker': 'mayTell.own.social-worker', carer: 'thankWhom.carer', school: 'notThisPerson.school' },
  child: {
    'social-worker': 'mayTell.child.social-worker',
    carer: 'notThisPerson.carer',
    school: 'notThisPerson.school',
  },
};

function nameOf(role: NotThisRole, answers: Answers): string {
  return appWords.t(names[whose(answers)][role]);
}

const asked = textQuestion({
  label: 'notThisPerson.label',
  title: 'notThisPerson.title',
  notice: 'notThisPerson.notice',
  Above: Roles,
  isAnswered: (answers) => notThisRoleOf(answers).length > 0,
  lines: [{ answer: 'notThisPerson', label: 'notThisPerson.name' }],
  faultIn: faultInLine,
  said: (answers) =>
    joined(...notThisRoleOf(answers).map((role) => nameOf(role, answers)), answers.notThisPerson?.trim()),
  // What was ticked for them stays as they saw it, whatever it is about afterwards. A question that was only looked at
  // answers nothing.
  onNext: (answers) => {
    const notThisRole = notThisRoleOf(answers);
    return notThisRole.length > 0 || answers.notThisRole ? { notThisRole } : {};
  },
});

/** Who must not handle it: what they are, by a picture for those who do not read yet, a name, or both. */
export const notThisPerson: QuestionParts = {
  ...asked,
  drawn: (answers) => {
    const [role] = notThisRoleOf(answers);
    return role && <Picture name={role} />;
  },
};

function Roles({ answers, onChange }: Pick<QuestionProps, 'answers' | 'onChange'>) {
  const isDrawn = appWords.register === 'younger';
  return (
    <Ticks
      labelledBy={titleId}
      isTiled={isDrawn}
      choices={NotThisRole.options.map((value) => ({
        value,
        label: nameOf(value, answers),
        picture: isDrawn && <Picture name={value} />,
      }))}
      ticked={notThisRoleOf(answers)}
      onTick={(ticked) => onChange({ notThisRole: ticked })}
    />
  );
}
