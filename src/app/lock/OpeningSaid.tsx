import { Trouble } from '../../ui/Notice.tsx';
import { appWords } from '../../words/app-words.ts';
import type { Trying } from './use-opening.ts';

/** How a try went, in kind words. */
export function OpeningSaid({ state }: Pick<Trying, 'state'>) {
  const { t } = appWords;
  const isTrouble = state === 'wrong' || state === 'wait' || state === 'failed';
  return (
    <>
      {isTrouble && <Trouble>{t(`lock.${state}`)}</Trouble>}
      <p role="status" class="help">
        {state === 'trying' && t('pictures.asking')}
        {state === 'ready' && t('lock.ready')}
      </p>
    </>
  );
}
