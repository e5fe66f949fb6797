/**
 * Runs at the end of each page that is only read: what was chosen in the app of words, language and name is chosen here,
 * and the other way round. Without it the page is whole and the choice holds as long as the page.
 */
import { keptChoice } from '../device/kept-choice.ts';
import { keepOwnLanguage } from '../device/own-language.ts';
import { readOwnName } from '../device/own-name.ts';
import { builtIn } from '../words/languages.ts';

// The register as it lies there: to read it by its shape would bring more than all the rest of this page's script.
const register = keptChoice('heard-register');

/** What was chosen by hand; else the words in which this tab was spoken to. */
function chosenBefore(): string | undefined {
  try {
    return register.read() ?? sessionStorage.getItem('heard-spoken') ?? undefined;
  } catch {
    return undefined;
  }
}

// Whoever has it installed as "Notes" reads no other name in the window, in the list of what is open or in the history.
if (readOwnName() === 'notes') {
  document.title = 'Notes';
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel$=icon]')) {
    link.href = link.href.replace('/heard-', '/notes-');
  }
}

function choose(): void {
  const before = chosenBefore();
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=register]')) {
    if (before) input.checked = input.value === before;
    input.onchange = () => register.keep(input.value);
  }
}
choose();
// Come back to as it was left: the words may have been changed in the app meanwhile.
addEventListener('pageshow', choose);

// A language is chosen by going to its page; whoever goes on to the app from there finds it in the same one.
addEventListener('click', ({ target }) => {
  const link = (target as Element).closest('a');
  const { lang } = document.documentElement;
  const chosen = link?.hreflang || (link?.getAttribute('href') === '/' && lang !== builtIn && lang);
  if (chosen) keepOwnLanguage(chosen, builtIn);
});
