import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What becomes of typed words before they are shown: nothing, but on a copy in which names are struck out. */
export const Striking = createContext<(text: string) => string>((text) => text);

/** Words that somebody typed, in any direction of writing and with any signs: set apart, they turn nothing else. */
export function Typed({ text }: { text: string }) {
  return <bdi class="typed">{useStruck(text)}</bdi>;
}

export function useStruck(text: string): string {
  return useContext(Striking)(text);
}
