import type { Sentence } from './sentences.ts';

/**
 * What is being read is marked without touching the page: its sentence, and in it the word. A browser that does not know
 * how reads all the same. Colours of their own, for a mark lies on buttons and cards as well: 12 to 1 for a word, over 8
 * for a sentence, in both themes. No variables: browsers differ in where a mark finds them.
 */
const style = `
@media (forced-colors: none) {
  ::highlight(heard-sentence) { background-color: #cfe9d6; color: #1b2438 }
  ::highlight(heard-word) { background-color: #ffd84d; color: #1b2438 }
}
@media (forced-colors: none) and (prefers-color-scheme: dark) {
  ::highlight(heard-sentence) { background-color: #1f4a3c; color: #fff }
}
@media (forced-colors: active) {
  ::highlight(heard-sentence) { text-decoration: underline }
  ::highlight(heard-word) { background-color: Highlight; color: HighlightText }
}`;

let isStyled = false;

export function markSentence(sentence: Sentence): void {
  mark('heard-sentence', rangeOf(sentence, 0, sentence.text.trimEnd().length));
  mark('heard-word', undefined);
}

/**
 * @param from where in the sentence the word begins
 * @param length of the word; some engines do not say it
 */
export function markWord(sentence: Sentence, from: number, length: number | undefined): void {
  const [word = ''] = /^\S+/.exec(sentence.text.slice(from)) ?? [];
  mark('heard-word', rangeOf(sentence, from, from + (length || word.length)));
}

export function unmark(): void {
  mark('heard-sentence', undefined);
  mark('heard-word', undefined);
}

function mark(name: string, range: Range | undefined): void {
  if (!('highlights' in CSS)) return;
  if (!range) {
    CSS.highlights.delete(name);
    return;
  }
  if (!isStyled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
    isStyled = true;
  }
  const marked = new Highlight(range);
  // Over the sentence it stands in.
  marked.priority = name === 'heard-word' ? 1 : 0;
  CSS.highlights.set(name, marked);
}

/** The place on the screen, as long as the same words still stand there. */
export function rangeOf({ spots, text }: Sentence, from: number, to: number): Range | undefined {
  const first = spots[from];
  const last = spots[Math.min(to, text.length) - 1];
  if (!first || !last || !isThere(first) || !isThere(last)) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

function isThere({ node, offset }: { node: Text; offset: number }): boolean {
  return node.isConnected && offset < node.length;
}
