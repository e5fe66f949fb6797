/**
 * Runs at the end of each page that is only read: the words chosen in the app are chosen here, and the other way
 * round. Without it the page is whole and the choice holds as long as the page. See `src/device/own-register.ts`.
 */
const key = 'heard-register';

function chosenBefore(): string | null {
  try {
    // What was chosen by hand; else the words in which this tab was spoken to.
    return localStorage.getItem(key) ?? sessionStorage.getItem('heard-spoken');
  } catch {
    return null;
  }
}

function choose(): void {
  const before = chosenBefore();
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=register]')) {
    if (before) input.checked = input.value === before;
    input.onchange = () => {
      try {
        localStorage.setItem(key, input.value);
      } catch {
        // Storage is refused.
      }
    };
  }
}
choose();
// Come back to as it was left: the words may have been changed in the app meanwhile.
addEventListener('pageshow', choose);

export {};
