/** Where a character that is spoken stands on the screen. */
interface Spot {
  node: Text;
  offset: number;
}

/** What is said in one breath. */
export interface Sentence {
  text: string;
  language: string;
  /** For each character of the text. Empty where the words stand in a box to type into: those cannot be marked. */
  spots: Spot[];
}

const digitsAlone = 'a[href^="tel:"]';

/** Words that belong together: a paragraph, a button, what was typed into a box. */
interface Run extends Sentence {
  block: Element;
}

/**
 * What stands on a part of the screen, in its order, sentence by sentence: only what can be seen, with what was typed
 * into boxes, and numbers to ring digit by digit.
 */
export function sentencesOf(root: Element): Sentence[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && !isHeard(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (isBox(node)) runs.push({ block: node, text: node.value, language: languageOf(node), spots: [] });
    // What stands in a box as it was served is its value already.
    else if (node instanceof Text && parent && !isBox(parent)) addTo(runs, node, parent);
  }
  return runs.flatMap(split);
}

function addTo(runs: Run[], node: Text, parent: Element): void {
  const block = blockOf(parent);
  const last = runs.at(-1);
  const run = last?.block === block ? last : { block, text: '', language: languageOf(parent), spots: [] };
  if (run !== last) runs.push(run);
  const breaksLines = getComputedStyle(parent).whiteSpace.startsWith('pre');
  const isNumber = parent.closest(digitsAlone) !== null;
  for (const [offset, character] of node.data.split('').entries()) {
    const isSpace = /\s/.test(character);
    if (isSpace && /\s$/.test(run.text)) continue;
    const isBreak = breaksLines && character === '\n';
    const said = (isSpace && !isBreak ? ' ' : character) + (isNumber && /\d/.test(character) ? ' ' : '');
    run.text += said;
    for (const _ of said) run.spots.push({ node, offset });
  }
}

function split({ text, language, spots }: Sentence): Sentence[] {
  const all = [...segments(text, language)].filter(({ segment }) => isSpoken(segment));
  return all.map(({ segment, index }) => ({
    text: segment,
    language,
    spots: spots.slice(index, index + segment.length),
  }));
}

/** A text that stands nowhere on the screen, sentence by sentence. */
export function sentencesIn(text: string, language: string): Sentence[] {
  return split({ text, language, spots: [] });
}

// Short, too, because some engines fall silent in the middle of a long text.
function segments(text: string, language: string): Iterable<{ segment: string; index: number }> {
  if (!('Segmenter' in Intl)) return [{ segment: text, index: 0 }];
  return new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
}

function isSpoken(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function isBox(node: Node): node is HTMLTextAreaElement | HTMLInputElement {
  return node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type === 'text');
}

/** Seen by somebody who looks: neither hidden, nor a pixel wide for screen readers, nor only a drawing. */
function isHeard(element: Element): boolean {
  if (element.matches('[aria-hidden="true"], [data-unread], script, style')) return false;
  if (getComputedStyle(element).display === 'contents') return true;
  // What is folded away under a summary is laid out and not seen.
  const isSeen = element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
  const { width, height } = element.getBoundingClientRect();
  return isSeen && (width > 1 || height > 1);
}

// Each button is a thing of its own, however it is laid out.
function blockOf(element: Element): Element {
  for (let at = element; ; ) {
    const isInline = /^(inline|contents)/.test(getComputedStyle(at).display) && at.localName !== 'button';
    if (!isInline || !at.parentElement) return at;
    at = at.parentElement;
  }
}

function languageOf(element: Element): string {
  return element.closest<HTMLElement>('[lang]')?.lang || 'en';
}
