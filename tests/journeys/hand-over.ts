import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { HandOff } from '../../src/domain/hand-off.ts';
import { next } from './tell.ts';

/** The steps of who gives something away to be sent, and of who sends it. */

/** Saves what waits on this screen as a file. Gives its bytes as somebody else gets them, and what stands in it. */
export async function saveHandOff(page: Page): Promise<{ name: string; text: string; handOff: HandOff }> {
  await page.getByText('Give it to someone to send').click();
  await expect(page.getByText('They can send it. They cannot read it.')).toBeVisible();
  const saving = page.waitForEvent('download');
  await next(page, 'Save the file');
  const download = await saving;
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text, handOff: JSON.parse(text) };
}

/** On another phone: chooses the file to send. */
export async function chooseFile(page: Page, text: string, name = 'to-send.txt'): Promise<void> {
  const row = page.locator('details', { hasText: 'Send something for someone' });
  if (!(await row.evaluate((box: HTMLDetailsElement) => box.open))) await row.locator('summary').click();
  await expect(page.getByText('Did someone give you a file to send?')).toBeVisible();
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await row.locator('input[type=file]').setInputFiles(file);
}
