/**
 * Runs in the page's head, before anything is drawn and whether or not the app's own script ever comes: it says when
 * the connection is not private, covers a page that is about to show something else, hides at once when asked, shows
 * whom to ring when somebody is not safe, and remembers what was pressed too early. Built into each page by hash; see
 * `tooling/vite/pages.ts`.
 */
declare global {
  var heardIsReady: boolean | undefined;
  var heardPressedEarly: Element | null | undefined;
}

const root = document.documentElement;
const shown = 'heard';
const away = 'heard-away';

if (!isSecureContext) root.className = 'insecure';
else {
  try {
    sessionStorage.removeItem(away);
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const isAgain = navigation?.type === 'reload' && sessionStorage.getItem(shown);
    if (isAgain || (location.pathname === '/' && localStorage.getItem(shown))) root.className = 'covered';
  } catch {
    // Storage is refused: there is nothing to wait for.
  }
}

function hide(to: string): void {
  // Never uncovered by itself: a slow site must not give the words time to come back.
  root.className = 'hidden-away';
  try {
    sessionStorage.removeItem(shown);
    sessionStorage.setItem(away, 'yes');
  } catch {
    // Storage is refused: nothing to forget.
  }
  location.replace(to);
}

function showWhomToRing(): void {
  root.className = 'safe-now';
  // From the top, wherever the other page was scrolled to, and read out.
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('#safe-now h1')?.focus();
}

addEventListener(
  'click',
  (event) => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    if (button.dataset.hideTo) hide(button.dataset.hideTo);
    else if (globalThis.heardIsReady) return;
    else if (button.className === 'not-safe') showWhomToRing();
    else globalThis.heardPressedEarly = button;
  },
  true,
);

// Words never stand in an address: before the app is here, nothing is submitted anywhere.
addEventListener('submit', (event) => event.preventDefault(), true);

// A page that the browser kept as it was, reached by going back after hiding: it shows what was hidden. Begin afresh.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  try {
    if (!sessionStorage.getItem(away)) return;
  } catch {
    return;
  }
  root.className = 'hidden-away';
  location.replace('/');
});

// The app comes after the first picture: a page that can be read and typed into is not held up by a script that is not
// needed for either. The entry stands first, what it imports after it, to be fetched at the same time.
const [entry, ...imported] = (root.dataset.app ?? '').split(' ');

let isBrought = false;
function bring(): void {
  if (isBrought || !entry) return;
  isBrought = true;
  for (const href of imported) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = href;
    document.head.append(link);
  }
  void import(entry);
}

// Two frames: the first is asked for before anything is drawn, the second after. A page in the background draws none.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(bring)));
setTimeout(bring, 1_000);

export {};
