import type { Fault } from '../fault-proxy.ts';
import { expect, test } from './fixtures.ts';
import {
  expectCouncilHasIt,
  expectOnPhone,
  next,
  send,
  someWords,
  tellUntilCheck,
  timesTheCouncilHas,
  untilOfflineReady,
} from './tell.ts';

const isPut = ({ method }: { method: string }) => method === 'PUT';

const faults: { fault: Fault; reaches: boolean }[] = [
  { fault: 'server-error', reaches: false },
  { fault: 'captive-portal', reaches: false },
  { fault: 'login-redirect', reaches: false },
  { fault: 'offline', reaches: false },
  { fault: 'lose-replies', reaches: true },
];

for (const { fault, reaches } of faults) {
  test(`${fault}: it stays on the phone, goes later, and arrives once`, async ({ page, heard, faultProxy }) => {
    await tellUntilCheck(page, faultProxy.url);
    await faultProxy.set(fault, fault === 'offline' ? undefined : isPut);
    await send(page);
    await expectOnPhone(page);
    await next(page, 'Try to send now');
    await expect(page.getByRole('status')).toHaveText('It did not go yet. It is still on this phone.');
    await expectOnPhone(page);
    expect(await timesTheCouncilHas(heard, someWords)).toBe(reaches ? 1 : 0);

    await faultProxy.set('none');
    await next(page, 'Try to send now');
    await expectCouncilHasIt(page);
    expect(await timesTheCouncilHas(heard, someWords)).toBe(1);
    const created = faultProxy.reached.filter(({ method, status }) => method === 'PUT' && status === 201);
    expect(created).toHaveLength(1);
  });
}

test('a server that is ill for some seconds gets it with every page closed, as soon as it is well', async ({
  phone,
  heard,
  faultProxy,
}) => {
  const context = await phone.open();
  const page = await context.newPage();
  await page.goto(faultProxy.url);
  await untilOfflineReady(page);
  let tries = 0;
  await faultProxy.set('server-error', (asked) => {
    tries += isPut(asked) ? 1 : 0;
    return isPut(asked);
  });
  await tellUntilCheck(page, faultProxy.url);
  await send(page);
  await expectOnPhone(page);
  await page.close();
  const tried = tries;
  await expect.poll(() => tries, { message: 'the worker tries again', timeout: 15_000 }).toBeGreaterThan(tried);
  await faultProxy.set('none');
  await expect.poll(() => timesTheCouncilHas(heard, someWords), { timeout: 30_000 }).toBe(1);
});

test('what the council’s server refuses for good stays visible, with a next step', async ({ page, heard }) => {
  await tellUntilCheck(page, heard.url);
  // A key that another submission of the same id was sent with: what only a broken phone could do.
  const id = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('heard');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result[0].id);
          };
        };
      }),
  );
  await fetch(`${heard.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer another-key-of-22-chars' },
    body: JSON.stringify({ version: 1, kind: 'comment', words: 'Something else.' }),
  });
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This needs you');
  await expect(page.getByText('Please ring the complaints team: 0345 678 9000.')).toBeVisible();
  await page.goto(`${heard.url}/follow`);
  await expect(page.getByText('Needs you')).toBeVisible();
});
