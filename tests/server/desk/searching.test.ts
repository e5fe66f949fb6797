import { beforeEach, describe, expect, it } from 'vitest';
import { CaseList } from '../../../src/domain/desk-list.ts';
import { ids, readCase, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('the list of cases, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);

  const ask = (query: Record<string, string>) =>
    desk.app.request(`/api/desk/cases?${new URLSearchParams(query)}`, { headers: { Cookie: desk.cookie } });
  const list = async (query: Record<string, string> = {}) => CaseList.parse(await (await ask(query)).json());
  const found = async (query: Record<string, string>) => (await list(query)).cases.map(({ id }) => id);
  const reference = async (id: string) => (await readCase(desk, id)).reference;

  describe('its search', () => {
    beforeEach(async () => {
      await submit(desk.app, ids.first, { words: 'Zoë didn’t ring on Tuesday.', name: 'Sam' });
      await submit(desk.app, ids.second, { words: 'The bus was late.' });
      await submit(desk.app, ids.second, { words: 'It was cold too.' });
    });

    it('finds the cases in which each word asked for begins one of theirs', async () => {
      const all: [string, string[]][] = [
        ['tues', [ids.first]],
        ['RING zoe', [ids.first]],
        ["didn't", [ids.first]],
        ['sam', [ids.first]],
        ['bus cold', [ids.second]],
        ['bus tuesday', []],
        ['uesday', []],
        ['the of and', []],
        ['!!!', []],
      ];
      for (const [q, expected] of all) expect(await found({ q }), q).toEqual(expected);
    });

    it('finds what was told by pictures by the words of the picture', async () => {
      await submit(desk.app, ids.third, { words: undefined, voice: 'child', aboutWhat: 'social-worker' });
      expect(await found({ q: 'social worker' })).toEqual([ids.third]);
    });

    it('finds a reference by its beginning, as people say it', async () => {
      const whole = await reference(ids.first);
      for (const q of [whole, whole.toLowerCase(), whole.slice(0, 6), whole.replaceAll('-', ''), whole.slice(2)]) {
        expect(await found({ q }), q).toContain(ids.first);
      }
      expect(await found({ q: whole })).toEqual([ids.first]);
    });

    it('takes whatever is typed for words and nothing else', async () => {
      const all = [
        '" OR terms:*',
        "'; drop table cases; --",
        'NEAR(bus cold)',
        '*',
        '"',
        "':* | 'bus",
        '\\',
        '\u0000',
        '😀',
        '%_%',
        '(((',
        'a AND',
        '\ud800',
        'x'.repeat(200),
      ];
      for (const q of all) expect((await ask({ q })).status, JSON.stringify(q)).toBe(200);
      expect((await list()).cases).toHaveLength(2);
    });

    it('goes with filters and pages', async () => {
      await readCase(desk, ids.first);
      expect(await found({ q: 'ring', filter: 'unread' })).toEqual([]);
      expect(await found({ q: '  ', filter: 'unread' })).toEqual([ids.second]);
    });
  });
});
