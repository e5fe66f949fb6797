import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Job, keepAtIt } from '../../../src/server/jobs/keep-at-it.ts';

describe('work that is kept at', () => {
  let begun: number;
  let atOnce: number;
  let most: number;
  let finish: (() => void)[];
  let job: Job;
  const work = async () => {
    begun += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise<void>((resolve) => finish.push(resolve));
    atOnce -= 1;
  };
  const settle = async () => {
    for (const each of finish.splice(0)) each();
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    begun = 0;
    atOnce = 0;
    most = 0;
    finish = [];
    job = keepAtIt(work, 5_000);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins at once, and again at every turn of the clock', async () => {
    expect(begun).toBe(1);
    await settle();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toBe(2);
  });

  it('is done once more when it is nudged in the middle, and never twice at a time', async () => {
    job.nudge();
    job.nudge();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(begun).toBe(1);
    await settle();
    expect(begun).toBe(2);
    await settle();
    expect(begun).toBe(2);
    job.nudge();
    expect(begun).toBe(3);
    expect(most).toBe(1);
  });

  it('begins nothing once it is stopped, and waits for what is under way', async () => {
    let isStopped = false;
    const stopping = job.stop(60_000).then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(isStopped).toBe(false);
    await settle();
    await stopping;
    job.nudge();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(begun).toBe(1);
  });

  it('waits no longer than it is told to', async () => {
    const stopping = job.stop(2_000);
    await vi.advanceTimersByTimeAsync(2_000);
    await stopping;
    expect(begun).toBe(1);
  });
});
