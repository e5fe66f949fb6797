import { onChange } from '../device/changes.ts';

/** Not yet in TypeScript's DOM types: https://wicg.github.io/savedata/ */
interface WithConnection {
  connection?: { saveData?: boolean };
}

/**
 * Resolves when bringing the worker, and with it the whole app for use without a network, is worth its bytes. That is
 * at once, in one visit, unless the person's browser asks to save data: then when this phone keeps something that
 * must be found again, or when the app was installed or has its worker already.
 */
export async function untilWorkerIsWorthIt(keepsSomething: boolean): Promise<void> {
  if (!savesData() || keepsSomething || isInstalled()) return;
  if (await navigator.serviceWorker?.getRegistration()) return;
  await new Promise<void>((resolve) => {
    const stop = onChange(() => {
      stop();
      resolve();
    });
  });
}

// Some browsers tell the page, some only the server, which passes it on with the page.
function savesData(): boolean {
  const { connection } = navigator as WithConnection;
  const [navigation] = performance.getEntriesByType('navigation');
  const toldServer =
    navigation instanceof PerformanceNavigationTiming &&
    navigation.serverTiming?.some(({ name }) => name === 'save-data');
  return connection?.saveData === true || toldServer === true;
}

function isInstalled(): boolean {
  return matchMedia('(display-mode: standalone)').matches;
}
