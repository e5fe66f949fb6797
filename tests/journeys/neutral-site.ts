import type { Page } from '@playwright/test';

/** Where "Hide" leads, as the council's file has it. */
export const elsewhere = 'https://www.bbc.co.uk/weather';

/** Answers in the place of that site: no journey asks anything of anybody else. */
export async function standInForNeutralSite({ page }: { page: Page }): Promise<void> {
  await page
    .context()
    .route('https://www.bbc.co.uk/**', (route) =>
      route.fulfill({ body: '<title>Weather</title><h1>weather</h1>', contentType: 'text/html' }),
    );
}

export async function pressShift(page: Page, times = 3): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press('Shift');
}
