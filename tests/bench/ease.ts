import { chromium, type Page } from '@playwright/test';
import app from '../../locales/en/app.json' with { type: 'json' };
import { browserLaunch } from '../../tooling/browser.mjs';
import { startHeard } from '../heard-server.ts';
import { complaintByPictures, mostTaps, press, thanksByPictures } from '../journeys/taps.ts';
import { expectCouncilHasIt } from '../journeys/tell.ts';
import { gradeOf } from '../words/reading-age.ts';
import { hardest, screenOf, spokenIn } from '../words/texts.ts';
import type { Bench, Result } from './run.ts';

/** A grade of school is read at its number and five years. */
const yearsBeforeSchool = 5;
const registers = ['younger', 'older', 'adult'] as const;

/** How often a child who cannot write presses until the council has it, and how old whoever reads must be. */
export const ease: Bench = {
  name: 'ease',
  async run() {
    const taps = await tapsByPictures();
    const ages = registers.map(readingAge);
    return {
      title: 'presses by pictures alone, and the reading age of the English words (Flesch–Kincaid)',
      rows: [...taps.map(({ row }) => row), ...ages.map(({ row }) => row)],
      verdicts: [...taps, ...ages].map(({ verdict }) => verdict),
    };
  },
};

interface Measured {
  row: Result['rows'][number];
  verdict: Result['verdicts'][number];
}

async function tapsByPictures(): Promise<Measured[]> {
  const server = await startHeard();
  const browser = await chromium.launch(browserLaunch());
  const count = async (what: string, names: readonly string[], most: number) => {
    const page: Page = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
    await page.goto(server.url);
    const presses = await press(page, names);
    await expectCouncilHasIt(page);
    return {
      row: { what, measured: presses, unit: 'presses', most },
      verdict: { what: `${what} reached the council by ${presses} presses, ${most} at most`, holds: presses <= most },
    };
  };
  try {
    return [
      await count('a complaint by pictures', complaintByPictures, mostTaps.complaint),
      await count('a thank you by pictures', thanksByPictures, mostTaps.thanks),
    ];
  } finally {
    await browser.close();
    await server.remove();
  }
}

/** Of the hardest screen, for an average would hide it. */
function readingAge(register: (typeof registers)[number]): Measured {
  const screens = [...Map.groupBy(spokenIn(app, register), screenOf)];
  const graded = screens.map(([screen, texts]) => ({ screen, grade: gradeOf(texts.map(({ text }) => text)) }));
  const worst = graded.reduce((hard, each) => (each.grade > hard.grade ? each : hard));
  const ageOf = (grade: number) => Number((grade + yearsBeforeSchool).toFixed(1));
  const [age, most] = [ageOf(worst.grade), ageOf(hardest[register])];
  const what = `the ${register} words, at their hardest ("${worst.screen}")`;
  return {
    row: { what, measured: age, unit: 'years', most },
    verdict: { what: `${what} are read at ${age} years, ${most} at most`, holds: age <= most },
  };
}
