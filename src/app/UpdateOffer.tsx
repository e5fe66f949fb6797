import { useEffect, useState } from 'preact/hooks';
import { Trouble } from '../ui/Notice.tsx';
import { appWords } from '../words/app-words.ts';
import { isDraftOpenSomewhere } from './open-drafts.ts';
import { startWorker } from './update.ts';

let use: (() => void) | undefined;
const listeners = new Set<() => void>();

/** Brings the worker; called once, when the page has settled. */
export function bringWorker(): void {
  const onNewer = (useIt: () => void) => {
    use = useIt;
    for (const listener of listeners) listener();
  };
  // Not to be had now (an old browser, no network, a private window): the next start tries again.
  void startWorker(onNewer).catch(() => undefined);
}

/**
 * Offers a newer version of the app, where no draft is open in this tab. When one is open in another, its code must
 * not change under it: the person is told to finish there first.
 */
export function UpdateOffer() {
  const { t } = appWords;
  const [isReady, setReady] = useState(use !== undefined);
  const [isOpenElsewhere, setOpenElsewhere] = useState(false);
  useEffect(() => {
    const listener = () => setReady(true);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  if (!isReady) return null;
  const agree = async () => {
    if (await isDraftOpenSomewhere()) setOpenElsewhere(true);
    else use?.();
  };
  return (
    <div class="notice" role="status">
      {t('update.ready')}{' '}
      <button type="button" class="change" onClick={() => void agree()}>
        {t('update.use')}
      </button>
      {isOpenElsewhere && <Trouble>{t('update.openElsewhere')}</Trouble>}
    </div>
  );
}
