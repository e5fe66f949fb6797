import { useEffect, useState } from 'preact/hooks';
import { appWords } from '../words/app-words.ts';
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

/** Offers a newer version of the app. It stands only where no draft is open. */
export function UpdateOffer() {
  const { t } = appWords;
  const [isReady, setReady] = useState(use !== undefined);
  useEffect(() => {
    const listener = () => setReady(true);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  if (!isReady) return null;
  return (
    <p class="notice" role="status">
      {t('update.ready')}{' '}
      <button type="button" class="change" onClick={() => use?.()}>
        {t('update.use')}
      </button>
    </p>
  );
}
