import type { Page } from '@playwright/test';

/** What a child presses who can neither read nor write, from the first screen on. */

export const complaintByPictures: readonly string[] = [
  ...['I am a child', 'Something is wrong', 'Someone hurts or scares me', 'Yes', 'Scared', 'Skip this'],
  ...['It stops', 'Yes, please', 'Send'],
];

export const thanksByPictures: readonly string[] = [
  ...['I am a child', 'Thank you', 'My carer', 'We had fun', 'Send my thank you'],
];

/** The flows count twelve and eight presses; one of each is reading aloud, two are the recording. */
export const mostTaps = { complaint: 12 - 1 - 2, thanks: 8 - 1 - 2 };

/** Presses them one after the other. Gives how many that were. */
export async function press(page: Page, names: readonly string[]): Promise<number> {
  for (const name of names) await page.getByRole('main').getByRole('button', { name, exact: true }).click();
  return names.length;
}
