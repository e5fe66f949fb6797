import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus where it is when a list is drawn anew: a row that moves loses it in every browser, and with a row
 * that is gone it would fall to the top of the page. It then goes to the row in its place, or to the list's heading.
 *
 * @param drawn changes whenever the rows do
 */
export function useKeptFocus(drawn: unknown): void {
  const focused = useRef<{ address: string; index: number } | undefined>(undefined);
  focused.current = focusedRow();
  useLayoutEffect(() => {
    const before = focused.current;
    if (!before || document.activeElement !== document.body) return;
    const rows = allRows();
    const same = rows.find((row) => row.getAttribute('href') === before.address);
    (same ?? rows[before.index] ?? rows.at(-1) ?? document.getElementById('list-title'))?.focus();
  }, [drawn]);
}

export function allRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.case-row')];
}

function focusedRow(): { address: string; index: number } | undefined {
  const rows = allRows();
  const index = rows.indexOf(document.activeElement as HTMLElement);
  const address = rows[index]?.getAttribute('href');
  return address ? { address, index } : undefined;
}
