import { Register } from '../domain/submission.ts';
import { RegisterSwitch } from '../ui/RegisterSwitch.tsx';
import { appWords } from '../words/app-words.ts';

/** Easier words, or more of them: on every screen, whoever speaks. */
export function Registers({ onChoose }: { onChoose: (register: Register) => void }) {
  const { t } = appWords;
  const spoken = Register.options.find((each) => each === appWords.register) ?? 'older';
  return (
    <RegisterSwitch
      label={t(spoken === 'younger' ? 'register.more' : 'register.easier')}
      legend={t('register.legend')}
      choices={Register.options.map((value) => ({ value, label: t(`register.${value}`) }))}
      chosen={spoken}
      onChoose={onChoose}
    />
  );
}
