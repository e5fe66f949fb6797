import { expect, type Locator, type Page } from '@playwright/test';

/** What an officer does at the desk, step by step, as they would say it. */

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
    else if ((await field.getAttribute('type')) === 'radio') await field.check();
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
