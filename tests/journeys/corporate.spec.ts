import { randomBytes, randomUUID } from 'node:crypto';
import type { CaseDetail } from '../../src/domain/desk-api.ts';
import type { Recording } from '../../src/domain/recording.ts';
import { expect, test } from './fixtures.ts';
import { signedIn } from './officer.ts';

/** A corporate complaint that came by letter, as an officer writes it down later with every true date. */
function letterOf(receivedOn: string): Recording {
  return {
    id: randomUUID(),
    followKey: randomBytes(16).toString('base64url'),
    channel: 'letter',
    receivedOn,
    said: { version: 1, kind: 'complaint', words: 'Nobody answered my letters.', voice: 'parent-or-carer' },
  };
}

// Counted on a calendar, each from its rule: before 1 April 2026 30 working days from the receipt, then 20 from the
// request; since then 10 from the acknowledgement, 5 for that of stage 2 and 20 from it. Easter 2026: 3 and 6 April.
for (const { edition, received, acknowledged, steps } of [
  {
    edition: 'of before 1 April 2026',
    received: '2026-03-31',
    acknowledged: '2026-04-01',
    steps: { 'stage1-answer': '2026-05-15', 'stage2-response': '2026-06-16' },
  },
  {
    edition: 'from 1 April 2026',
    received: '2026-04-01',
    acknowledged: '2026-04-02',
    steps: { 'stage1-answer': '2026-04-20', 'stage2-acknowledge': '2026-05-26', 'stage2-response': '2026-06-17' },
  },
] as const) {
  test(`a corporate complaint under the rules ${edition} is led to the Ombudsman, on its own dates`, async ({
    page,
    heard,
  }) => {
    const ask = await signedIn(heard);
    const { id, followKey, ...letter } = letterOf(received);
    await ask('recordings', { id, followKey, ...letter });
    const read = async () => (await ask(`cases/${id}`)) as CaseDetail;
    const act = async (action: object) => {
      const { revision } = await read();
      return (await ask(`cases/${id}/actions`, { revision, ...action })) as CaseDetail;
    };
    const dues = ({ timeline }: CaseDetail) => Object.fromEntries(timeline.map(({ step, due }) => [step, due]));

    const first = await act({
      action: 'acknowledge',
      message: 'We have it.',
      route: 'corporate',
      on: acknowledged,
    });
    expect(dues(first)).toMatchObject({ 'stage1-answer': steps['stage1-answer'] });
    expect(first.timeline.find(({ step }) => step === 'stage1-answer')?.state).toBe('late');

    await act({ action: 'answer-stage1', message: 'We looked into it.', on: '2026-05-15' });
    const second = await act({ action: 'request-stage2', on: '2026-05-18' });
    expect(second.allowed).not.toContain('request-stage3');
    if ('stage2-acknowledge' in steps) {
      expect(dues(second)).toMatchObject({ 'stage2-acknowledge': steps['stage2-acknowledge'] });
    } else {
      expect(dues(second)).not.toHaveProperty('stage2-acknowledge');
    }
    const told = await act({ action: 'acknowledge-stage2', message: 'Somebody new looks.', on: '2026-05-19' });
    expect(dues(told)).toMatchObject({ 'stage2-response': steps['stage2-response'] });
    await act({ action: 'answer-stage2', message: 'We looked again.', on: '2026-06-10' });
    await act({ action: 'ask-ombudsman', on: '2026-06-22' });
    // 28 calendar days.
    const asked = await read();
    expect(dues(asked)).toMatchObject({ 'ombudsman-answer': '2026-07-20' });
    expect(asked.waitingFor).toMatchObject({ step: 'ombudsman-answer', state: 'late' });
    await act({ action: 'answer-ombudsman' });
    const closed = await act({
      action: 'close',
      outcome: 'not-upheld',
      category: 'communication',
      themes: [],
      actions: [],
    });
    expect(closed.waitingFor).toBeNull();
    expect(closed.allowed).toContain('reopen');

    await page.goto(`${heard.url}/follow#key=${followKey}`);
    await expect(page.getByText('We looked again.')).toBeVisible();
    await expect(page.getByText('They use the council’s own complaints steps.')).toBeVisible();
  });
}
