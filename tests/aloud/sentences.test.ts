import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentencesIn, sentencesOf } from '../../src/aloud/sentences.ts';

beforeEach(() => {
  document.documentElement.lang = 'en';
});
afterEach(() => document.body.replaceChildren());

function heard(html: string): string[] {
  document.body.innerHTML = `<main>${html}</main>`;
  return sentencesOf(document.body).map(({ text }) => text.trim());
}

describe('what is read', () => {
  test('is what can be seen, in its order', () => {
    expect(
      heard(`<h1>Title</h1><p hidden>Hidden.</p><svg aria-hidden="true"><text>Drawn</text></svg>
        <p style="visibility: hidden">Not to be seen.</p>
        <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">For screen readers.</span>
        <button>Yes</button><button>No</button><button data-unread>Hear it</button>`),
    ).toEqual(['Title', 'Yes', 'No']);
  });

  test('leaves out what is folded away, and has it when it is unfolded', () => {
    expect(heard('<details><summary>More</summary><p>Folded.</p></details>')).toEqual(['More']);
    expect(heard('<details open><summary>More</summary><p>Folded.</p></details>')).toEqual(['More', 'Folded.']);
  });

  test('keeps together what runs on, and apart what stands apart', () => {
    expect(heard('<p>About <b>you</b> and\n  me.</p><div>First</div><div>Second</div>')).toEqual([
      'About you and me.',
      'First',
      'Second',
    ]);
  });

  test('has what was typed into boxes, and nothing of what was chosen in them', () => {
    document.body.innerHTML = '<main><h1>Words</h1><textarea>old</textarea><input type="radio" value="x" /></main>';
    const box = document.querySelector('textarea');
    if (box) box.value = 'She did not come. I waited.';
    expect(sentencesOf(document.body).map(({ text }) => text.trim())).toEqual([
      'Words',
      'She did not come.',
      'I waited.',
    ]);
  });

  test('keeps the lines of a person’s own words apart', () => {
    expect(heard('<p style="white-space: pre-wrap">first line\nsecond line</p>')).toEqual([
      'first line',
      'second line',
    ]);
  });

  test('says a number to ring digit by digit, as it stands', () => {
    document.body.innerHTML = '<a href="tel:08001111">Ring 0800 1111</a>';
    const [one] = sentencesOf(document.body);
    expect(one?.text.trim()).toBe('Ring 0 8 0 0 1 1 1 1');
    // Each digit is found on the screen again.
    const shown = one?.spots.map(({ node, offset }) => node.data[offset]).join('');
    expect(shown).toBe('Ring 0088000011111111');
  });

  test('says in which language each part is', () => {
    document.body.innerHTML = '<p>Hello.</p><p lang="cy">Helo.</p>';
    expect(sentencesOf(document.body).map(({ language }) => language)).toEqual(['en', 'cy']);
  });
});

test('a text that stands nowhere is split as well', () => {
  expect(sentencesIn('Is this right? Yes.', 'en').map(({ text }) => text.trim())).toEqual(['Is this right?', 'Yes.']);
  expect(sentencesIn(' … ', 'en')).toEqual([]);
});
