import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * What takes the focus when it is first drawn, and again when one of `changed` changes while `moves` says so. It moves
 * in the same moment as what is drawn: a little later, it would take somebody who already types out of their box.
 */
export function useFocus<Focused extends HTMLElement>(
  changed: readonly unknown[] = [],
  moves: () => boolean = () => true,
): RefObject<Focused | null> {
  const place = useRef<Focused>(null);
  useLayoutEffect(() => {
    if (moves()) place.current?.focus();
  }, changed);
  return place;
}
