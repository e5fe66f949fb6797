import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { HeardServer } from '../heard-server.ts';

/** What an officer does at the desk, step by step, as they would say it. */

export async function signInToDesk(page: Page, { url, admin }: HeardServer): Promise<void> {
  await page.goto(`${url}/desk`);
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Next due' })).toBeVisible();
}

export function formOf(desk: Page, title: string): Locator {
  return desk.getByRole('form', { name: title, exact: true });
}

/** Opens one of the things that are not due next. */
export async function chooseMore(desk: Page, title: string): Promise<Locator> {
  const button = desk.getByRole('button', { name: title, exact: true });
  if (!(await button.isVisible())) await desk.getByText('More actions').click();
  await button.click();
  return formOf(desk, title);
}

/** Fills in what is given, by label, and records it. A letter that is not given goes as the standard one. */
export async function record(form: Locator, title: string, fields: Record<string, string> = {}): Promise<void> {
  for (const [label, text] of Object.entries(fields)) {
    const field = form.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: text });
    else await field.fill(text);
  }
  await form.getByRole('button', { name: `Record: ${title}` }).click();
  await expect(form).toHaveCount(0);
}

/** What is due next: its form stands there without being asked for. */
export function recordDue(desk: Page, title: string, fields?: Record<string, string>): Promise<void> {
  return record(formOf(desk, title), title, fields);
}

export async function recordMore(desk: Page, title: string, fields?: Record<string, string>): Promise<void> {
  await record(await chooseMore(desk, title), title, fields);
}

export async function expectFine(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} at ${nodes[0]?.target}`)).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(`${screen}: ${sideways}`).toBe(`${screen}: 0`);
}
