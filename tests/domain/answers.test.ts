import { describe, expect, it } from 'vitest';
import { inOrderSaid, lastSaid, latestAnswers } from '../../src/domain/answers.ts';
import type { Version } from '../../src/domain/desk-api.ts';

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
const version = (hour: number, more: Partial<Version> = {}): Version => ({
  receivedAt: at(hour),
  kind: 'complaint',
  ...more,
});
const addition = (hour: number, more: Partial<Version> = {}) =>
  version(hour, { addition: `44444444-4444-4444-8444-4444444444${hour}`, ...more });

describe('the latest answers', () => {
  it('are those of the only version, from the beginning', () => {
    const answers = latestAnswers([version(9, { voice: 'child', wanted: 'She rings.', mayTell: [] })]);
    expect(answers).toEqual({
      voice: { value: 'child', saidAt: at(9), came: 'first' },
      wanted: { value: 'She rings.', saidAt: at(9), came: 'first' },
      mayTell: { value: [], saidAt: at(9), came: 'first' },
    });
  });

  it('keep what a later version leaves out, and mark what came and what changed', () => {
    const answers = latestAnswers([
      version(9, { voice: 'child', advocate: 'not-now' }),
      addition(10, { advocate: 'yes', notThisPerson: 'Her manager' }),
      addition(11, { words: 'More.' }),
    ]);
    expect(answers.voice).toEqual({ value: 'child', saidAt: at(9), came: 'first' });
    expect(answers.advocate).toEqual({ value: 'yes', saidAt: at(10), came: 'changed' });
    expect(answers.notThisPerson).toEqual({ value: 'Her manager', saidAt: at(10), came: 'added' });
  });

  it('do not change when the same is said again, in whatever order', () => {
    const answers = latestAnswers([
      version(9, { reply: { by: 'phone', to: '1' }, mayTell: ['school', 'advocate'] }),
      addition(10, { reply: { to: '1', by: 'phone' }, mayTell: ['advocate', 'school'] }),
    ]);
    expect([answers.reply?.came, answers.mayTell?.came]).toEqual(['first', 'first']);
  });

  it('take an answer of several parts whole: half of an older one would be nobody’s answer', () => {
    const answers = latestAnswers([
      version(9, { reply: { by: 'phone', to: '01632 960123' } }),
      addition(10, { reply: { by: 'letter' } }),
    ]);
    expect(answers.reply).toEqual({ value: { by: 'letter' }, saidAt: at(10), came: 'changed' });
  });

  it('are the addition’s, also when it overtook what it adds to', () => {
    const versions = [addition(9, { helperMaySee: 'dates' }), version(10, { helperMaySee: 'everything' })];
    expect(inOrderSaid(versions).map(({ receivedAt }) => receivedAt)).toEqual([at(10), at(9)]);
    expect(latestAnswers(versions).helperMaySee).toEqual({ value: 'dates', saidAt: at(9), came: 'changed' });
    expect(lastSaid(versions, 'helperMaySee')).toBe('dates');
  });

  it('are marked with who typed them, in the version that counts', () => {
    const answers = latestAnswers([
      version(9, { wanted: 'A call.', safe: 'yes', typedBy: { who: 'Mum', answers: { wanted: 'both', safe: 'me' } } }),
      addition(10, { wanted: 'A visit.' }),
      addition(11, { person: 'Her', typedBy: { answers: { person: 'someone' } } }),
    ]);
    expect(answers.safe?.typedBy).toEqual({ by: 'me' });
    expect(answers.wanted).toEqual({ value: 'A visit.', saidAt: at(10), came: 'changed' });
    expect(answers.person?.typedBy).toEqual({ by: 'someone' });
    expect(
      latestAnswers([version(9, { wanted: 'A call.', typedBy: { who: 'Mum', answers: { wanted: 'both' } } })]),
    ).toEqual({ wanted: { value: 'A call.', saidAt: at(9), came: 'first', typedBy: { by: 'both', who: 'Mum' } } });
  });

  it('are none when nothing was answered', () => {
    expect(latestAnswers([version(9, { words: 'Only words.' })])).toEqual({});
    expect(latestAnswers([])).toEqual({});
    expect(lastSaid([], 'helperMaySee')).toBeUndefined();
  });
});
