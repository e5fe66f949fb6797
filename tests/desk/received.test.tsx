import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { PaperSteps } from '../../src/desk/copy/PaperSteps.tsx';
import { Happenings } from '../../src/desk/History.tsx';
import { Steps } from '../../src/desk/Steps.tsx';
import { caseOf } from './a-case.ts';

afterEach(cleanup);

const recorded = { by: 'Jo Bloggs', channel: 'letter', on: '2026-11-16' } as const;

describe('what staff recorded was received on the day of that', () => {
  it('on the way of the case', () => {
    render(<Steps it={caseOf('complaint', { recorded })} />);
    expect(screen.getByText('Mon 16 Nov')).toBeTruthy();
    expect(screen.queryByText('Fri 20 Nov 21:14')).toBeNull();
    cleanup();
    render(<Steps it={caseOf('complaint')} />);
    expect(screen.getByText('Fri 20 Nov 21:14')).toBeTruthy();
  });

  it('on paper', () => {
    render(<PaperSteps copy={caseOf('complaint', { recorded })} />);
    expect(screen.getByText('Mon 16 Nov 2026')).toBeTruthy();
  });

  it('in the history, which says as well when it was written down', () => {
    const { on } = recorded;
    const received = { type: 'received', at: '2026-11-20T21:14:00.000Z', on } as const;
    render(<Happenings events={[received]} today="2026-11-20" services={[]} />);
    expect(screen.getByText('Mon 16 Nov')).toBeTruthy();
    expect(screen.getByText('Written down Fri 20 Nov 21:14')).toBeTruthy();
  });
});
