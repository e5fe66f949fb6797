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

// Large letters are large from the first picture on; see `src/device/own-look.ts`.
try {
  root.dataset.look = localStorage.getItem('heard-look') ?? '';
} catch {
  // Storage is refused: nothing was chosen.
}

// A follow key is out of the address before anything is drawn: neither bar nor history shows it to the next person.
function takeLink(): void {
  if (!location.pathname.startsWith('/follow') || !location.hash.startsWith('#key=')) return;
  globalThis.heardLink = location.href;
  history.replaceState(null, '', location.pathname);
}
takeLink();
addEventListener('hashchange', takeLink);

/**
 * Storage can be refused; then nothing is kept, and there is nothing to wait for. Other words than those of the page
 * that was built are something to wait for too: see `src/device/kept-choice.ts`.
 */
function isMarked(storage: () => Storage): boolean {
  try {
    return Boolean(
      storage().getItem(shown) ?? storage().getItem('heard-register') ?? storage().getItem('heard-language'),
    );
  } catch {
    return false;
  }
}

const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
const isAgain = navigation?.type === 'reload' && isMarked(() => sessionStorage);
const keepsSomething = () => isAgain || isMarked(() => localStorage);

// Opening the words afresh covers nothing: storage, slow to be opened on a slow phone, waits until they are drawn.
const opensWords = location.pathname === '/tell' && !isAgain;
if (!isSecureContext) root.className = 'insecure';
else if (globalThis.heardLink || (!opensWords && keepsSomething())) root.className = 'covered';

/** A page of our own with nothing of Heard on it, there without a network too: see `src/pages/clock.ts`. */
const neutral = '/clock';

function hide(to: string): void {
  // Never uncovered by itself: a slow site must not give the words time to come back.
  root.className = 'hidden-away';
  document.title = new URL(to).host;
  globalThis.speechSynthesis?.cancel();
  try {
    sessionStorage.removeItem(shown);
    sessionStorage.setItem(away, 'yes');
    // What is kept from before is not opened by itself after this: see `src/app/start.ts`.
    localStorage.setItem('heard-hidden', new Date().toISOString());
  } catch {
    // Storage is refused: nothing to forget.
  }
  const leave = () => {
    location.replace(navigator.onLine ? to : neutral);
    // A network that carries nothing says that it is there.
    setTimeout(() => location.replace(neutral), 5_000);
  };
  // Covered, a moment more harms nobody, and the last word that was typed is kept.
  Promise.race([globalThis.heardPutAway?.(), new Promise((late) => setTimeout(late, 500))]).then(leave, leave);
}

// Pressed three times within five seconds, and nothing else between: held for a capital letter it does not count.
let presses: number[] = [];
addEventListener(
  'keydown',
  ({ key, repeat, timeStamp }) => {
    if (key !== 'Shift') presses = [];
    else if (!repeat) presses = [...presses, timeStamp].slice(-3);
  },
  true,
);
addEventListener(
  'keyup',
  ({ key }) => {
    const [first = 0, , third] = presses;
    if (key !== 'Shift' || !third || third - first > 5_000) return;
    const to = document.querySelector<HTMLElement>('[data-hide-to]')?.dataset.hideTo;
    if (to) hide(to);
  },
  true,
);

function showWhomToRing(): void {
  root.className = 'safe-now';
  // From the top, wherever the other page was scrolled to, and read out.
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('#safe-now h1')?.focus();
}

addEventListener(
  'click',
  (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button, .hide');
    if (!button) return;
    forgetHiding();
    if (button.dataset.hideTo) {
      event.preventDefault();
      hide(button.dataset.hideTo);
    } else if (globalThis.heardIsReady) return;
    else if (button.className === 'not-safe') showWhomToRing();
    else {
      globalThis.heardPressedEarly = button;
      bring();
    }
  },
  true,
);

// Left before the app could keep what was typed: it makes a draft of it when it comes, here or in another tab.
const early = `heard-early-${Date.now()}-${Math.random()}`;
function keepEarly(): void {
  const words = document.querySelector('textarea')?.value;
  if (globalThis.heardKeepsWords || !words?.trim()) return;
  try {
    localStorage.setItem(early, words);
    localStorage.setItem(shown, 'kept');
  } catch {
    // Storage is refused: nothing can be kept.
  }
}
addEventListener('pagehide', keepEarly);
document.addEventListener('visibilitychange', keepEarly);

// Words never stand in an address: before the app is here, nothing is submitted anywhere.
addEventListener('submit', (event) => event.preventDefault(), true);

/** Once something is pressed, what was gone back to is an ordinary page like any other. */
function forgetHiding(): void {
  try {
    sessionStorage.removeItem(away);
  } catch {
    // Storage is refused: nothing was remembered.
  }
}

// Gone back to after hiding, a page begins afresh: `/follow` shows more than a start does, until somebody has pressed
// something; and a page that the browser kept as it was shows what was hidden, however long ago that was.
function beginAfreshIf(isHidden: () => boolean): void {
  try {
    if (!isHidden()) return;
  } catch {
    // Storage is refused: nothing was remembered.
    return;
  }
  root.className = 'hidden-away';
  location.replace('/');
}
if (navigation?.type === 'back_forward' && location.pathname !== '/') {
  beginAfreshIf(() => Boolean(sessionStorage.getItem(away)));
}
addEventListener('pageshow', ({ persisted }) => {
  const opened = new Date(performance.timeOrigin).toISOString();
  if (persisted) beginAfreshIf(() => (localStorage.getItem('heard-hidden') ?? '') > opened);
});

// The app comes after the first picture: a page that can be read and typed into is not held up by what is not needed
// for either. The entry stands first, then its style and what it imports, to be fetched at the same time.
const [entry, style, ...imported] = (root.dataset.app ?? '').split(' ');

let isBrought = false;
function bring(): void {
  if (isBrought || !entry || !style) return;
  isBrought = true;
  for (const href of [entry, ...imported]) link('modulepreload', href);
  const sheet = link('stylesheet', style);
  const isStyled = new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = reject;
  });
  // No network now: the next letter, press or network tries again.
  isStyled
    .then(() => import(entry))
    .catch(() => {
      sheet.remove();
      isBrought = false;
    });
}

function link(rel: string, href: string): HTMLLinkElement {
  const made = document.createElement('link');
  Object.assign(made, { rel, href });
  document.head.append(made);
  return made;
}

// A box to type into works without the app. A first visitor gets it without waiting for a script to be read: the app
// comes with the first letter, which is to be kept, or the first press, or else a while later. Everything else waits
// for the app, and so does what is kept here and must be shown.
const aMoment = 250;
const aWhile = 2_000;
addEventListener('input', bring, true);
addEventListener('online', bring);

function bringInTime(): void {
  if (opensWords) {
    setTimeout(bringWhereSomethingIsKept, aMoment);
    setTimeout(bring, aWhile);
  } else bring();
}

async function bringWhereSomethingIsKept(): Promise<void> {
  if (keepsSomething()) return bring();
  // A browser that was killed may have lost the mark that something is kept, and not what is kept.
  const databases = await indexedDB.databases?.().catch(() => []);
  if (databases?.length) bring();
}

// Two frames: the first is asked for before anything is drawn, the second after. A page in the background draws none.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(bringInTime)));
setTimeout(bring, aWhile + 1_000);

export {};
