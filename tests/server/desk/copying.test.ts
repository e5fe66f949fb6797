import { beforeEach, describe, expect, it } from 'vitest';
import { InvestigatorCopy } from '../../../src/domain/investigator-copy.ts';
import { entriesOf } from '../audit/chain-of.ts';
import { codeOf, ids, submit } from '../open-test-desk.ts';
import { testStores } from '../open-test-store.ts';
import { colleague } from '../people/colleagues.ts';
import { useSignedInDesk } from './use-signed-in-desk.ts';

describe.each(testStores)('a case copied for the investigator, on $name', ({ open }) => {
  const desk = useSignedInDesk(open);
  beforeEach(async () => {
    await submit(desk.app, ids.first, {
      name: 'Robin',
      notThisPerson: 'Kim Cole',
      reply: { by: 'phone', to: '07700' },
    });
  });
  const copy = (query: string, { id = ids.first, cookie = desk.cookie } = {}) =>
    desk.app.request(`/api/desk/cases/${id}/investigator-copy${query}`, { headers: { Cookie: cookie } });

  it('holds what was asked for and nothing else, and the record says with which parts', async () => {
    const response = await copy('?parts=names,letters');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const text = await response.text();
    expect(InvestigatorCopy.parse(JSON.parse(text)).versions[0]).toMatchObject({ words: 'She did not ring.' });
    expect(text).toContain('Robin');
    expect(text).not.toMatch(/Kim Cole|07700/);
    expect(await (await copy('?parts=contact')).text()).toContain('07700');
    const printed = (await entriesOf(desk.store)).filter(({ verb }) => verb === 'case-printed');
    expect(printed.map(({ caseId, details }) => [caseId, JSON.parse(details)])).toEqual([
      [ids.first, { parts: 'names.letters' }],
      [ids.first, { parts: 'contact' }],
    ]);
  });

  it('is refused for a part that there is not, and is not there for who may not open the case', async () => {
    for (const query of ['', '?parts=everything', '?parts=names&more=1']) {
      expect(await codeOf(await copy(query)), query).toBe('invalid-parameter');
    }
    expect(await codeOf(await copy('?parts=', { id: 'no-id' }))).toBe('invalid-id');
    expect(await codeOf(await copy('?parts=', { id: ids.second }))).toBe('not-found');
    const { cookie } = await colleague(desk.store, desk.app, {
      name: 'mo',
      roles: ['manager'],
      teams: ['looked-after'],
    });
    expect(await codeOf(await copy('?parts=', { cookie }))).toBe('not-found');
    // Kim Cole must not handle it; somebody of that name gets no paper either.
    const kim = await colleague(desk.store, desk.app, { name: 'kim', roles: ['officer'] });
    expect(await codeOf(await copy('?parts=', { cookie: kim.cookie }))).toBe('not-found');
    expect((await entriesOf(desk.store)).filter(({ verb }) => verb === 'case-printed')).toEqual([]);
  });
});
