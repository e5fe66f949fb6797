import { useEffect, useRef, useState } from 'preact/hooks';
import { inOneLine, keepOwnLook, type Look, letterings, ownLookKey, readOwnLook, sizes } from '../device/own-look.ts';
import { Register } from '../domain/submission.ts';
import { LookChoice, LookPanel } from '../ui/LookPanel.tsx';
import { foldAway, wearLook } from '../ui/look.ts';
import { appWords } from '../words/app-words.ts';
import { LanguagePills } from './LanguageChoice.tsx';
import { useChosenElsewhere } from './use-chosen-elsewhere.ts';
import type { LanguageInUse } from './use-language.ts';

interface HowItLooksProps {
  onChoose: (register: Register) => void;
  languages: LanguageInUse;
}

/** Another language, easier words, larger letters, clearer ones: on every screen, whoever speaks. */
export function HowItLooks({ onChoose, languages }: HowItLooksProps) {
  const { t } = appWords;
  const [look, setLook] = useOwnLook();
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => (whole.current ? foldAway(whole.current, () => setOpen(false)) : undefined), []);
  const spoken = Register.options.find((each) => each === appWords.register) ?? 'older';
  return (
    <LookPanel
      at={whole}
      label={t('look.title')}
      done={t('look.done')}
      isOpen={isOpen}
      onToggle={() => setOpen((before) => !before)}
    >
      {/* Made when it is opened: nobody's first screen carries it. */}
      {isOpen && (
        <>
          <LanguagePills of={languages} />
          <LookChoice
            name="register"
            legend={t('register.legend')}
            choices={Register.options.map((value) => ({ value, label: t(`register.${value}`) }))}
            chosen={spoken}
            onChoose={onChoose}
          />
          <LookChoices look={look} onChoose={setLook} />
        </>
      )}
    </LookPanel>
  );
}

/** How large, and in which letters. */
export function LookChoices({ look, onChoose }: { look: Look; onChoose?: (look: Look) => void }) {
  const { t } = appWords;
  return (
    <>
      <LookChoice
        name="size"
        legend={t('look.size')}
        choices={sizes.map((value) => ({ value, label: t(`look.sizes.${value}`) }))}
        chosen={look.size}
        {...(onChoose && { onChoose: (size: Look['size']) => onChoose({ ...look, size }) })}
      />
      <LookChoice
        name="letters"
        legend={t('look.letters')}
        choices={letterings.map((value) => ({ value, label: t(`look.lettering.${value}`) }))}
        chosen={look.letters}
        {...(onChoose && { onChoose: (letters: Look['letters']) => onChoose({ ...look, letters }) })}
      />
    </>
  );
}

/** How this phone was told to show everything, here, in another tab or on a page that is only read; and choosing it. */
function useOwnLook(): [Look, (look: Look) => void] {
  const [look, setLook] = useState(readOwnLook);
  const wear = (chosen: Look) => {
    setLook(chosen);
    void wearLook(inOneLine(chosen));
  };
  useChosenElsewhere(ownLookKey, () => wear(readOwnLook()));
  const choose = (chosen: Look) => {
    keepOwnLook(chosen);
    wear(chosen);
  };
  return [look, choose];
}
