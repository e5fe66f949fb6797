import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { CaseList } from '../../src/desk/CaseList.tsx';
import type { CaseList as Cases } from '../../src/domain/desk-list.ts';
import { caseOf } from './a-case.ts';

afterEach(cleanup);

function draw(more: Parameters<typeof caseOf>[1]): void {
  const { asOf, at, ...it } = caseOf('complaint', more);
  const counts = { filter: {}, route: {}, stage: {}, kind: {}, team: {} } as Cases['counts'];
  const list: Cases = { asOf, at, cases: [{ ...it, unread: false }], next: null, counts };
  const asked = async () => undefined;
  render(
    <CaseList
      filter="all"
      narrowing={{}}
      list={list}
      trouble={undefined}
      news={0}
      chosen={undefined}
      teams={new Map([['compass', 'Compass']])}
      onRefresh={asked}
      onMore={asked}
    >
      {null}
    </CaseList>,
  );
}

it('says that there is nothing to do of a case that waits for nothing, and not under a message that waits', () => {
  draw({});
  expect(screen.getByText('Nothing to do')).toBeTruthy();
  cleanup();
  draw({ message: { since: '2026-11-20T21:14:00.000Z', answerBy: '2026-11-24' } });
  expect(screen.getByText('Tue 24 Nov')).toBeTruthy();
  expect(screen.queryByText('Nothing to do')).toBeNull();
});

it('says of who is not safe when it was written, where that was long before it came', () => {
  const since = '2026-11-20T20:34:00.000Z';
  draw({ unsafe: { since, said: 'no', writtenAt: '2026-11-18T08:00:00.000Z' } });
  expect(screen.getByText(/^since .*; written Wed 18 Nov 08:00, 2 days, by the clock of their device$/)).toBeTruthy();
  cleanup();
  draw({ unsafe: { since, said: 'no', writtenAt: '2026-11-20T20:33:00.000Z' } });
  expect(screen.queryByText(/written/)).toBeNull();
});

it('says to whom a case was given, by name, and nothing of it while nobody has it', () => {
  draw({ givenTo: { team: 'compass' } });
  expect(screen.getByText('Given to Compass')).toBeTruthy();
  cleanup();
  draw({ givenTo: { staff: 'x', name: 'Ola Reed' } });
  expect(screen.getByText('Given to Ola Reed')).toBeTruthy();
  cleanup();
  draw({ givenTo: { staff: 'x', name: 'Ola Reed' }, holderLeft: true });
  expect(screen.getByText('Given to Ola Reed, who has left')).toBeTruthy();
  cleanup();
  draw({});
  expect(screen.queryByText(/^Given to/)).toBeNull();
});
