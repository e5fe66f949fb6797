import { describe, expect, test } from 'vitest';
import { endedEarly, type FaultPart, holds, printed, type Row, rowsOf, whyNot } from './table.ts';

const row: Row = { fault: 'the kettle falls', injected: 3, sent: 9, lost: 0, doubled: 0 };
const options = { seed: 1, isWhole: false, say: () => undefined };

describe('a row', () => {
  test('holds with nothing lost, nothing doubled and nothing wrong', () => {
    expect(holds(row)).toBe(true);
    expect(holds({ ...row, lost: 1 })).toBe(false);
    expect(holds({ ...row, doubled: 1 })).toBe(false);
    expect(holds({ ...row, wrong: ['answered with 500'] })).toBe(false);
  });

  test('of which nothing was injected, or nothing sent meanwhile, shows nothing and does not hold', () => {
    expect(holds({ ...row, injected: 0 })).toBe(false);
    expect(holds({ ...row, sent: 0 })).toBe(false);
    expect(holds({ ...row, injected: 0, sent: 0, mustHave: 'lost', lost: 1 })).toBe(false);
    expect(whyNot({ ...row, sent: 0 })).toEqual(['nothing was injected, or sent meanwhile']);
  });

  test('of what cannot be injected on this machine is left out, and the table says so', () => {
    const leftOut = { ...row, injected: 0, sent: 0, leftOut: 'nobody may mount a disk' };
    expect(holds(leftOut)).toBe(true);
    expect(printed([leftOut, row]).map(({ expected }) => expected)).toEqual(['LEFT OUT', 'neither']);
  });

  test('of what is known to fail holds only when it has failed in the way that is known', () => {
    expect(holds({ ...row, mustHave: 'lost' })).toBe(false);
    expect(holds({ ...row, mustHave: 'lost', doubled: 1 })).toBe(false);
    expect(holds({ ...row, mustHave: 'lost', lost: 1 })).toBe(true);
  });
});

describe('a part that breaks in the middle', () => {
  const part: FaultPart = {
    name: 'kettle',
    async *run() {
      yield row;
      throw new Error('The kettle is gone.\nIt was here.');
    },
  };

  test('keeps the rows it came to, and says on one line of its own why there are no more', async () => {
    const said: string[] = [];
    const rows = await rowsOf(part, { ...options, say: (line) => said.push(line) });
    expect(rows).toEqual([row, endedEarly('kettle', new Error('The kettle is gone.'))]);
    expect(rows[1]).toMatchObject({ fault: 'kettle, ended early', wrong: ['ended early: The kettle is gone.'] });
    expect(said.join('\n')).toContain('It was here.');
  });

  test('does not hold, so that nobody takes the run for whole', async () => {
    expect((await rowsOf(part, options)).map(holds)).toEqual([true, false]);
  });
});
