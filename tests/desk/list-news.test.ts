import { describe, expect, it } from 'vitest';
import { newsIn } from '../../src/desk/list-news.ts';
import type { CaseList, ListedCase } from '../../src/domain/desk-list.ts';

function row(id: string, more: Partial<ListedCase> = {}): ListedCase {
  return {
    ...{
      id,
      reference: 'H-7K2M-9Q',
      kind: 'complaint',
      receivedAt: '2026-11-20T10:00:00.000Z',
      route: null,
      givenTo: null,
      holderLeft: false,
    },
    ...{ unsafe: null, unsafeBefore: null, opening: 'She did not ring.', waitingFor: null, message: null },
    ...{ learningDue: null, unread: false, worse: null, asksFor: null },
    ...more,
  };
}

function list(cases: ListedCase[], next: string | null = null): CaseList {
  const counts = { filter: {}, route: {}, stage: {}, kind: {}, team: {} } as CaseList['counts'];
  return { asOf: '2026-11-20', at: '2026-11-20T10:00:00.000Z', cases, next, counts };
}

describe('what is news in a list that is read', () => {
  const shown = list([row('a', { unread: true }), row('b')]);

  it('is nothing when it is the same in another order, or was opened by whoever reads it', () => {
    expect(newsIn(shown, list([row('b'), row('a', { unread: true })]))).toBe(0);
    expect(newsIn(shown, list([row('a'), row('b')]))).toBe(0);
  });

  it('is what came, what was said or done, and what is gone', () => {
    expect(newsIn(shown, list([...shown.cases, row('c')]))).toBe(1);
    expect(newsIn(shown, list([row('a', { unread: true }), row('b', { unread: true })]))).toBe(1);
    expect(newsIn(shown, list([row('a', { unread: true }), row('b', { route: 'statutory' })]))).toBe(1);
    expect(newsIn(shown, list([row('c'), row('b')]))).toBe(2);
  });

  it('is not what stands on a later page of the same list', () => {
    expect(newsIn(shown, list([row('c'), row('a', { unread: true })], 'further'))).toBe(1);
  });
});
