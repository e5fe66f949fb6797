import { useRef, useState } from 'preact/hooks';
import { changePictures, openLock } from '../../device/lock-open.ts';
import { removeLock, setLock } from '../../device/lock-set.ts';
import { Notice, Trouble } from '../../ui/Notice.tsx';
import { useFocus } from '../../ui/use-focus.ts';
import { type AppKey, appWords } from '../../words/app-words.ts';
import { OpeningSaid } from './OpeningSaid.tsx';
import { PicturePad } from './PicturePad.tsx';
import { useOpening } from './use-opening.ts';

type Step = 'told' | 'choose' | 'once' | 'done' | 'old' | 'off' | 'changed';

const asks: Partial<Record<Step, AppKey>> = {
  choose: 'lock.choose',
  once: 'lock.once',
  old: 'lock.old',
  off: 'lock.old',
};

/** Setting a lock, choosing other pictures for it, taking it off. */
export function LockPanel({ isSet }: { isSet: boolean }) {
  const { t } = appWords;
  const [step, setStep] = useState<Step>('told');
  const [old, setOld] = useState<number[]>();
  const [chosen, setChosen] = useState<number[]>([]);
  const [trouble, setTrouble] = useState<AppKey>();
  const [isBusy, setBusy] = useState(false);
  const wasMoved = useRef(false);
  const title = useFocus<HTMLHeadingElement>([step], () => wasMoved.current);

  const turn = (to: Step, why?: AppKey) => {
    wasMoved.current = true;
    setTrouble(why);
    setStep(to);
  };
  const knowsOld = useOpening(() => turn('choose'));
  const takesOff = useOpening(() => turn('told'));
  const trying = step === 'off' ? takesOff : knowsOld;

  const finish = async (pictures: number[]) => {
    setBusy(true);
    try {
      if (!old) await setLock(pictures);
      else if ((await changePictures(old, pictures)).outcome !== 'opened') throw new Error('Not changed.');
      turn(old ? 'changed' : 'done');
    } catch {
      turn('choose', 'lock.failed');
    }
    setBusy(false);
  };
  const take = (pictures: number[]) => {
    if (step === 'off') return takesOff.attempt(() => removeLock(pictures));
    if (step === 'old') {
      setOld(pictures);
      return knowsOld.attempt(() => openLock(pictures));
    }
    if (step === 'choose') {
      setChosen(pictures);
      return turn('once');
    }
    if (pictures.join() !== chosen.join()) return turn('choose', 'lock.differ');
    return void finish(pictures);
  };

  const asked = asks[step];
  if (asked) {
    return (
      <div class="key-ways">
        <h2 id="lock-pad" ref={title} tabIndex={-1}>
          {t(asked)}
        </h2>
        {trouble && <Trouble>{t(trouble)}</Trouble>}
        {(step === 'old' || step === 'off') && <OpeningSaid state={trying.state} />}
        <PicturePad key={step} labelledBy="lock-pad" isResting={isBusy || trying.isResting} onDone={take} />
        {isBusy && <p role="status">{t('pictures.asking')}</p>}
        <button type="button" class="quiet" onClick={() => turn('told')}>
          {t('pictures.notNow')}
        </button>
      </div>
    );
  }
  if (step !== 'told') {
    return (
      <div class="key-ways">
        <h2 ref={title} tabIndex={-1} class="verdict">
          {t(step === 'done' ? 'lock.done' : 'lock.changed')}
        </h2>
        <p>{t('lock.ifForgotten')}</p>
      </div>
    );
  }
  return (
    <div class="key-ways">
      <h2 ref={title} tabIndex={-1}>
        {t(isSet ? 'lock.on' : 'lock.why')}
      </h2>
      <p>{t('lock.covers')}</p>
      <p>{t('lock.ifForgotten')}</p>
      <Notice>{t('lock.slows')}</Notice>
      <button
        type="button"
        class="way-aside"
        onClick={() => {
          setOld(undefined);
          turn(isSet ? 'old' : 'choose');
        }}
      >
        {t(isSet ? 'lock.change' : 'lock.choose')}
      </button>
      {isSet && (
        <button type="button" class="way-aside" onClick={() => turn('off')}>
          {t('lock.off')}
        </button>
      )}
    </div>
  );
}
