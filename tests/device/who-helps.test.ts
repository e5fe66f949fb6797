import { beforeEach, expect, test } from 'vitest';
import { forgetEverything as forgetAll } from '../../src/device/forget.ts';
import { keepHelper, readHelper } from '../../src/device/who-helps.ts';
import { forgetEverything } from './this-device.ts';

beforeEach(forgetEverything);

const jo = { helperName: 'Jo', helperOrganisation: 'Voices', helperContact: '0123' };

test('a phone that nobody has helped with knows no helper', async () => {
  expect(await readHelper()).toBeUndefined();
});

test('a helper’s details are kept, and nothing of a child with them', async () => {
  await keepHelper({ ...jo, aboutName: 'Sam', words: 'She did not ring.', voice: 'advocate' });
  expect(await readHelper()).toEqual(jo);
});

test('the last details count', async () => {
  await keepHelper(jo);
  await keepHelper({ helperName: 'Jo Smith' });
  expect(await readHelper()).toEqual({ helperName: 'Jo Smith', helperOrganisation: '', helperContact: '' });
});

test('they go when everything is forgotten', async () => {
  await keepHelper(jo);
  await forgetAll();
  expect(await readHelper()).toBeUndefined();
});
