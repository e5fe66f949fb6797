import type { CaseSummary } from '../domain/desk-api.ts';

/** The officer's questions of the list, in the order in which they matter. */
export const filters = ['unsafe', 'all', 'late', 'acknowledge', 'pass-on', 'advocate', 'done'] as const;
export type Filter = (typeof filters)[number];

const matches: Record<Filter, (each: CaseSummary) => boolean> = {
  unsafe: ({ unsafe }) => unsafe !== null,
  all: () => true,
  late: ({ waitingFor }) => waitingFor?.state === 'late',
  acknowledge: ({ waitingFor }) => waitingFor?.step === 'acknowledge',
  'pass-on': ({ waitingFor }) => waitingFor?.step === 'pass-on',
  advocate: ({ advocate }) => advocate === 'yes',
  done: ({ waitingFor }) => waitingFor === null,
};

export function filtered<Case extends CaseSummary>(cases: Case[], filter: Filter): Case[] {
  return cases.filter(matches[filter]);
}
