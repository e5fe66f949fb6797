import type { CaseDetail } from '../../src/domain/desk-api.ts';
import type { Kind, Register } from '../../src/domain/submission.ts';

/** A case as the server tells it, of a Friday evening. */
export function caseOf(kind: Kind, more: Partial<CaseDetail> & { register?: Register } = {}): CaseDetail {
  const { register, ...rest } = more;
  const receivedAt = '2026-11-20T21:14:00.000Z';
  return {
    id: '11111111-1111-4111-8111-111111111111',
    reference: 'H-3QX9-RT',
    kind,
    receivedAt,
    route: null,
    givenTo: null,
    holderLeft: false,
    unsafe: null,
    unsafeBefore: null,
    raisings: [],
    safetyNotes: [],
    helperAccess: null,
    opening: 'She did not ring.',
    waitingFor: null,
    versions: [{ receivedAt, kind, words: 'She did not ring.', ...(register && { register }) }],
    timeline: [
      { step: 'acknowledge', state: 'next', certain: true, due: '2026-11-25' },
      { step: kind === 'complaint' ? 'stage1-answer' : 'pass-on', state: 'later', certain: false, due: '2026-12-09' },
    ],
    asOf: '2026-11-20',
    at: receivedAt,
    letters: [],
    named: [],
    safetyAccess: { asked: null, open: [] },
    message: null,
    asksFor: null,
    asks: [],
    worse: null,
    now: [],
    recorded: null,
    learning: [],
    learningDue: null,
    waitsForPerson: false,
    routeChoices:
      kind === 'complaint'
        ? [
            { route: 'statutory', answerBy: '2026-12-04' },
            { route: 'corporate', answerBy: '2026-12-07' },
          ]
        : [],
    allowed: [],
    extension: null,
    history: [],
    revision: 1,
    ...rest,
  };
}
