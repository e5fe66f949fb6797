let wanted = '';

/**
 * Has the page look as was chosen, at once; letters that must come first are shown when they are there, so that nobody
 * sits before a page without any.
 *
 * @param look as the page wears it: `bigger clear`
 */
export async function wearLook(look: string): Promise<void> {
  wanted = look;
  const page = document.documentElement;
  if (!page.dataset.look?.includes('clear') && look.includes('clear')) {
    page.dataset.look = look.replace('clear', '');
    await document.fonts.load('1em Clear').catch(() => undefined);
  }
  // Something else may have been chosen while they came.
  page.dataset.look = wanted;
}

/**
 * A panel that folds out of the bar is folded away by Escape, by its last button, and by a press on anything else.
 *
 * @param look the button and its panel
 */
export function foldAway(look: HTMLElement, close: () => void): () => void {
  const leave = () => {
    // What had the focus goes: whoever moves by keyboard stays where they were.
    if (look.contains(document.activeElement)) look.querySelector('button')?.focus();
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
  };
  const onClick = ({ target }: Event) => {
    if (target instanceof Element && target.closest('.look-done')) leave();
  };
  const onPress = ({ target }: Event) => {
    if (target instanceof Node && !look.contains(target)) close();
  };
  look.addEventListener('keydown', onKey);
  look.addEventListener('click', onClick);
  document.addEventListener('pointerdown', onPress);
  return () => {
    look.removeEventListener('keydown', onKey);
    look.removeEventListener('click', onClick);
    document.removeEventListener('pointerdown', onPress);
  };
}
