/**
 * What this tab shows, so that a reload shows it again: ids only, for a browser writes this to its session files.
 * A tab that goes to an address afresh begins afresh.
 */
interface Shown {
  draft?: string;
  sent?: string;
}

const key = 'heard';

export function remember(shown: Shown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(shown));
  } catch {
    // Storage is refused: a reload then begins afresh.
  }
}

/** What this tab showed before it was reloaded; nothing when the person came here in any other way. */
export function recall(goesOn = false): Shown {
  const [navigation] = performance.getEntriesByType('navigation');
  try {
    // Begun afresh: a reload from here on shows this beginning again.
    const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
    if (!isReload && !goesOn) {
      sessionStorage.removeItem(key);
    }
    const shown: Shown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return shown;
  } catch {
    return {};
  }
}

const spoken = 'heard-spoken';

/** In which words this tab speaks, for the pages that are only read: they know nothing of who speaks. */
export function rememberSpoken(register: string): void {
  try {
    sessionStorage.setItem(spoken, register);
  } catch {
    // Storage is refused: those pages begin in the words of most.
  }
}

/** Notes whether this device keeps something, so that the next start waits for it instead of moving under a thumb. */
export function noteWhetherSomethingIsKept(isKept: boolean): void {
  try {
    if (isKept) localStorage.setItem(key, 'kept');
    else localStorage.removeItem(key);
  } catch {
    // Storage is refused: nothing is kept either.
  }
}

const hidden = 'heard-hidden';

/** When "Hide" was last pressed on this phone, as an instant; '' when it never was. `src/app/before.ts` notes it. */
export function whenHidden(): string {
  try {
    return localStorage.getItem(hidden) ?? '';
  } catch {
    // Storage is refused: nothing was kept that could be opened.
    return '';
  }
}

/** Forgets all of it, when everything on this device is forgotten. */
export function forgetThisTab(): void {
  try {
    sessionStorage.removeItem(key);
    sessionStorage.removeItem(spoken);
    localStorage.removeItem(key);
    localStorage.removeItem(hidden);
  } catch {
    // Storage is refused: there is nothing.
  }
}
