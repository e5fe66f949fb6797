import type { Page } from '@playwright/test';
import { choose, next } from '../tell.ts';

/** A piece of feedback from the report, with what its teller would answer. */
export interface Example {
  example: string;
  kind: 'complaint' | 'compliment';
  voice: 'young-person' | 'parent-or-carer' | 'someone-else';
  words: string;
  /** Who is thanked. */
  person?: string;
  aboutWho?: 'me' | 'child';
  relation?: 'parent';
  knows?: 'yes' | 'no' | 'not-sure';
  safe?: 'not-sure';
  wanted?: string;
  notThisPerson?: string;
  court?: 'yes' | 'no';
}

const voices = {
  'young-person': 'I am a young person',
  'parent-or-carer': 'I am a parent or carer',
  'someone-else': 'Someone else',
};
const answers = { yes: 'Yes', no: 'No', 'not-sure': 'I don’t know' };

/** What is done at each question, by its title. What a teller has no answer to is skipped. */
const steps: Record<string, (page: Page, example: Example) => Promise<void>> = {
  'Who do you want to thank?': (page, { person }) => fillIn(page, 'Name or job', person),
  'Do you feel safe right now?': (page) => next(page, 'Yes'),
  'Is everyone safe right now?': (page, { safe }) => next(page, safe ? 'I am not sure' : 'Yes, everyone is safe'),
  'Get help now': (page) => next(page, 'Carry on'),
  'Is this about you, or a child?': (page, { aboutWho }) =>
    choose(page, aboutWho === 'child' ? 'It is about a child' : 'It is about me'),
  'How are you linked to the child?': (page) => choose(page, 'I am a parent'),
  'Does the child know about this?': (page, { knows = 'not-sure' }) => next(page, answers[knows]),
  'What would put it right?': (page, { wanted }) => fillIn(page, 'What would put it right?', wanted),
  'Who should not handle it?': (page, { notThisPerson }) => fillIn(page, 'Name or job', notThisPerson),
  'Is a court case going on?': (page, { court = 'no' }) => next(page, answers[court]),
};

/** Tells it from the start to "Is this right?", as its teller would. */
export async function tellExample(page: Page, url: string, example: Example): Promise<void> {
  await page.goto(url);
  await choose(page, voices[example.voice]);
  await choose(page, example.kind === 'complaint' ? 'Something is wrong' : 'Thank you');
  await page.getByRole('textbox').fill(example.words);
  await next(page, 'Next');
  const heading = page.getByRole('heading', { level: 1 });
  for (let before = ''; ; ) {
    await heading.filter({ hasNotText: before || 'What happened?' }).waitFor();
    const title = (await heading.textContent()) ?? '';
    if (title === 'Is this right?') return;
    const step = steps[title] ?? ((at) => at.locator('main form button[type=submit]').click());
    await step(page, example);
    before = title;
  }
}

async function fillIn(page: Page, label: string, text: string | undefined): Promise<void> {
  if (text) await page.getByRole('textbox', { name: label }).fill(text);
  await page.locator('main form button[type=submit]').click();
}
