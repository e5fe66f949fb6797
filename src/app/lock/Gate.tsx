import council from 'virtual:council';
import { useState } from 'preact/hooks';
import { forgetLocked } from '../../device/lock-forget.ts';
import { openLock } from '../../device/lock-open.ts';
import { readOwnRegister } from '../../device/own-register.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Frame } from '../../ui/Frame.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords, speakTo } from '../../words/app-words.ts';
import { HowItLooks } from '../HowItLooks.tsx';
import { ReadAloud } from '../ReadAloud.tsx';
import { SafeScreen } from '../screens/SafeScreen.tsx';
import { registerOf } from '../speaker.ts';
import { useLanguage, useSpokenLanguage } from '../use-language.ts';
import { useOwnRegister, useSpokenRegister } from '../use-register.ts';
import { OpeningSaid } from './OpeningSaid.tsx';
import { PicturePad } from './PicturePad.tsx';
import { useOpening } from './use-opening.ts';

interface GateProps {
  isNotSafe: boolean;
  onOpened: () => void;
  onWriteNew: () => void;
}

/** What stands before everything that a lock covers. Hiding, whom to ring and writing need no pictures. */
export function Gate({ isNotSafe, onOpened, onWriteNew }: GateProps) {
  const [isSafety, setSafety] = useState(isNotSafe);
  const [register, chooseRegister] = useOwnRegister(readOwnRegister());
  const languages = useLanguage(appWords.language);
  speakTo(registerOf({ register, voice: undefined }), languages.language);
  useSpokenRegister();
  useSpokenLanguage();
  const { t } = appWords;
  return (
    <Frame
      brand={t('brand')}
      back={isSafety ? { label: t('back'), onBack: () => setSafety(false) } : undefined}
      hide={{ label: t('hide'), to: council.hideTo }}
      look={<HowItLooks onChoose={chooseRegister} languages={languages} />}
      read={<ReadAloud screen={isSafety ? 'safety' : 'lock'} />}
      notSafe={isSafety ? undefined : { label: t('notSafe'), onNotSafe: () => setSafety(true) }}
    >
      {isSafety ? <SafeScreen onBack={() => setSafety(false)} /> : <Ask onOpened={onOpened} onWriteNew={onWriteNew} />}
    </Frame>
  );
}

function Ask({ onOpened, onWriteNew }: Omit<GateProps, 'isNotSafe'>) {
  const { t } = appWords;
  const { state, isResting, attempt } = useOpening(onOpened);
  return (
    <article>
      <Title id="lock" text={t('lock.ask')} takesFocus />
      <p class="help">{t('lock.order')}</p>
      <OpeningSaid state={state} />
      <PicturePad labelledBy="lock" isResting={isResting} onDone={(pictures) => attempt(() => openLock(pictures))} />
      <button type="button" class="way-aside" onClick={onWriteNew}>
        {t('lock.writeNew')}
      </button>
      <div class="rows">
        <details class="row">
          <summary>{t('lock.forgot')}</summary>
          <p>{t('lock.forgotText')}</p>
          <Confirm
            ask={t('lock.forget')}
            warnings={[t('lock.forgetText')]}
            yes={t('forget.yes')}
            no={t('forget.no')}
            failed={t('forget.failed')}
            onYes={() => forgetLocked().then(onOpened)}
          />
        </details>
      </div>
    </article>
  );
}
