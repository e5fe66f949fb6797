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

/** What this tab showed before it was reloaded; nothing when the person came here by an address or a link. */
export function recall(): Shown {
  const [navigation] = performance.getEntriesByType('navigation');
  try {
    // Begun afresh: a reload from here on shows this beginning again.
    if (navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate') {
      sessionStorage.removeItem(key);
    }
    const shown: Shown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return shown;
  } catch {
    return {};
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

/** Forgets both, when everything on this device is forgotten. */
export function forgetThisTab(): void {
  try {
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  } catch {
    // Storage is refused: there is nothing.
  }
}
