import { useEffect, useState } from 'preact/hooks';
import { allRows } from './use-kept-focus.ts';

/** What keys do at the board. */
export interface Shortcuts {
  onSearch: () => void;
  onHelp: () => void;
}

const place = 'heard.desk.keys';

/**
 * Keys for those who work through a list without a mouse. Single letters are in the way of who dictates or presses
 * keys by accident, so they can be switched off (WCAG 2.1.4), and do nothing where something is typed or chosen.
 */
export function useShortcuts({ onSearch, onHelp }: Shortcuts): [boolean, (on: boolean) => void] {
  const [isOn, setIsOn] = useState(readChoice);

  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const isInList = event.target instanceof Element && event.target.closest('.case-row') !== null;
      const way = wayOf(event.key, isInList);
      if (way) moveInList(way);
      else if (event.key === '/') onSearch();
      else if (event.key === '?') onHelp();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn, onSearch, onHelp]);

  const choose = (on: boolean) => {
    setIsOn(on);
    keepChoice(on);
  };
  return [isOn, choose];
}

// Arrows are the browser's, to scroll with, but on a row of the list.
function wayOf(key: string, isInList: boolean): 1 | -1 | undefined {
  if (key === 'j' || (key === 'ArrowDown' && isInList)) return 1;
  if (key === 'k' || (key === 'ArrowUp' && isInList)) return -1;
  return undefined;
}

/** Moves the focus along the rows: from where it is, else from the case that is open, else to the first. */
function moveInList(way: 1 | -1): void {
  const rows = allRows();
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('aria-current'));
  const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + way));
  rows[to]?.focus();
  rows[to]?.scrollIntoView({ block: 'nearest' });
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

function keepChoice(on: boolean): void {
  try {
    if (on) localStorage.removeItem(place);
    else localStorage.setItem(place, 'off');
  } catch {
    // A browser that keeps nothing: the choice lives as long as the page.
  }
}
