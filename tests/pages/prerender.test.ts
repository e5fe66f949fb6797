import council from 'virtual:council';
import { describe, expect, test } from 'vitest';
import file from '../../council/shropshire.json' with { type: 'json' };
import texts from '../../locales/en/pages.json' with { type: 'json' };
import { Procedure } from '../../src/domain/procedure.ts';
import { type Facts, fillingOf } from '../../src/pages/facts.ts';
import { prerenderPages, type ReadPage } from '../../src/pages/prerender.tsx';
import { textsIn } from '../words/texts.ts';

const procedure = Procedure.parse(file.procedure);
const facts: Facts = {
  procedure,
  today: '2026-11-23',
  version: '9.8.7',
  libraries: [{ name: 'pebbles', version: '1.2.3', licence: 'ISC' }],
};
const names = ['privacy', 'what-happens', 'accessibility', 'about'] as const;

function pageOf(name: string, changes: Partial<Facts> = {}): { page: ReadPage; document: Document } {
  const page = prerenderPages({ ...facts, ...changes }).find((each) => each.name === name);
  if (!page) throw new Error(`There is no page ${name}.`);
  return { page, document: new DOMParser().parseFromString(page.body, 'text/html') };
}

const said = (document: Document, register: string) =>
  document.querySelector(`.for-${register}`)?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

describe.each(names)('%s', (name) => {
  const { page, document } = pageOf(name);

  test.each(['younger', 'older', 'adult'] as const)('tells %s everything that is written for them', (register) => {
    const filling = fillingOf(facts, () => '1 April 2026');
    const written = textsIn(texts[name][register]).map(({ text }) =>
      text.replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => String(filling[place])),
    );
    expect(written.filter((text) => !said(document, register).includes(text))).toEqual([]);
    expect(written.join()).not.toContain('undefined');
  });

  test('has one title, and every part of it a heading under that of its register', () => {
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    for (const section of document.querySelectorAll('.register')) {
      const [first, ...others] = [...section.querySelectorAll('h2, h3')].map(({ tagName }) => tagName);
      expect(first).toBe('H2');
      expect(new Set(others)).toEqual(new Set(['H3']));
    }
  });

  test('says how to reach the council’s own team, or an office that watches over it', () => {
    const ways = [...document.querySelectorAll('.ways a')].map((link) => link.getAttribute('href'));
    expect(ways).toContain(`mailto:${council.complaintsTeam.email}`);
    expect(ways).toContain(council.complaintsTeam.website);
  });

  test('leads back to itself from the numbers to ring, and from the page to the start', () => {
    expect(page.safe).toContain(`href="/${name}"`);
    expect(page.body).toContain('<a class="way-aside" href="/">');
  });

  test('asks nothing of any script', () => {
    expect(page.body + page.safe + page.barWithoutScript + page.helpWithoutScript).not.toMatch(/<script|\son\w+=/);
  });
});

test('the safety numbers never stand among the council’s complaints lines', () => {
  for (const { safe } of prerenderPages(facts)) {
    for (const phone of council.complaintsTeam.phones) expect(safe).not.toContain(phone);
    expect(safe).toContain(council.safety.childline);
  }
});

describe('the figures are those of the rules in force on the day the pages are made', () => {
  const adults = (today: string) => said(pageOf('what-happens', { today }).document, 'adult');

  test('before and after a new edition', () => {
    expect(adults('2026-03-31')).toContain('Stage 1: an answer within 30 working days');
    expect(adults('2026-04-01')).toContain('These rules are for what we get from 1 April 2026 on.');
    expect(adults('2026-04-01')).not.toContain('30 working days, or');
  });

  test('and what the rules do not have is not told', () => {
    const [edition] = procedure.statutory;
    if (!edition) throw new Error('There is no statutory edition.');
    const { stage3: _, ...withoutPanel } = edition;
    const { document } = pageOf('what-happens', { procedure: { ...procedure, statutory: [withoutPanel] } });
    for (const register of ['older', 'adult']) {
      expect(said(document, register)).not.toMatch(/three (independent )?people/);
      expect(said(document, register)).not.toMatch(/\{\{|undefined|NaN/);
    }
  });
});

test('the libraries are named with their version and licence', () => {
  const rows = [...pageOf('about').document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([['pebbles', '1.2.3', 'ISC']]);
});

describe('in another language', () => {
  const all = prerenderPages(facts);
  const [page] = all.filter(({ address }) => address === '/ar/about');
  const document = new DOMParser().parseFromString(page?.body ?? '', 'text/html');

  test('every page stands at an address of its own, with the direction in which it is read', () => {
    const addresses = all.map(({ address, language, direction }) => [address, language, direction]);
    for (const name of names) {
      expect(addresses).toContainEqual([`/${name}`, 'en', 'ltr']);
      expect(addresses).toContainEqual([`/cy/${name}`, 'cy', 'ltr']);
      expect(addresses).toContainEqual([`/ar/${name}`, 'ar', 'rtl']);
    }
    expect(new Set(addresses.map(([address]) => address)).size).toBe(all.length);
  });

  test('links lead to pages in the same language, and back from the numbers to ring', () => {
    const links = [...document.querySelectorAll('.page-links a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(names.map((name) => `/ar/${name}`));
    expect(page?.safe).toContain('href="/ar/about"');
    expect(page?.safe).toContain('مساعدة الآن');
  });

  test('each language is named in its own tongue, and says which one this page is in', () => {
    const named = [...document.querySelectorAll('.languages a')].map((link) => [
      link.getAttribute('href'),
      link.getAttribute('lang'),
      link.textContent,
      link.getAttribute('aria-current'),
    ]);
    expect(named).toEqual([
      ['/about', 'en', 'English', null],
      ['/cy/about', 'cy', 'Cymraeg', null],
      ['/ar/about', 'ar', 'العربية', 'page'],
    ]);
  });

  test('a machine’s draft says that it is one, in that language and in English, and English does not', () => {
    for (const register of ['younger', 'older', 'adult']) {
      expect(said(document, register)).toContain('ترجمة آلية');
      expect(said(document, register)).toContain('Machine draft, to be checked by a native speaker.');
      expect(said(pageOf('about').document, register)).not.toContain('Machine draft,');
    }
    expect(document.querySelector('[lang=en][dir=ltr]')?.textContent).toContain('Machine draft');
  });

  test('what was written last does not stay with the next: English is English again', () => {
    expect(pageOf('about').page.title).toBe('About · Heard');
  });
});
