import { done, type HandChecked, mayMove, next, on } from './row.ts';
import { happened } from './september.ts';

export const withoutRouteRows: HandChecked[] = [
  {
    why: 'stage 2 asked for on Fri 25 Sept before staff said the route: 25 working days → Fri 30 Oct; 20 from the acknowledgement, due Fri 2 Oct → Fri 30 Oct',
    received: on('2026-09-07'),
    kind: 'complaint',
    happened: happened({ acknowledged: '2026-09-09', 'stage2-requested': '2026-09-25' }),
    today: '2026-09-28',
    expect: {
      acknowledge: done('2026-09-09', { due: '2026-09-10' }),
      'stage2-request-by': done('2026-09-25', { due: '2026-09-25' }),
      'stage2-response': mayMove(next('2026-10-30')),
    },
  },
];
