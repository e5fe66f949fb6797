/**
 * Runs in the page's head, before anything is drawn and whether or not the app's own script ever comes: it says when
 * the connection is not private, covers a page that is about to show something else, hides at once when asked, and
 * remembers what was pressed too early. Built into each page by hash; see `tooling/vite/pages.ts`.
 */
declare global {
  var heardIsReady: boolean | undefined;
  var heardPressedEarly: Element | null | undefined;
}

const root = document.documentElement;

if (!isSecureContext) root.className = 'insecure';
else {
  try {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const isAgain = navigation?.type !== 'navigate' && sessionStorage.getItem('heard');
    if (isAgain || (location.pathname === '/' && localStorage.getItem('heard'))) root.className = 'covered';
  } catch {
    // Storage is refused: there is nothing to wait for.
  }
}

addEventListener(
  'click',
  (event) => {
    const button = (event.target as Element).closest('button');
    if (button?.dataset.hideTo) {
      root.className = 'covered';
      location.replace(button.dataset.hideTo);
    } else if (button && !globalThis.heardIsReady) globalThis.heardPressedEarly = button;
  },
  true,
);

// Words never stand in an address: before the app is here, nothing is submitted anywhere.
addEventListener('submit', (event) => event.preventDefault(), true);

export {};
