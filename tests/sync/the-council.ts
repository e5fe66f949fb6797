import type { SeenRequest, StandInAnswer } from '../council-stand-in.ts';

/** Says how the stand-in answers what comes with this follow key: one after another, the last for ever. */
export async function theCouncilAnswers(followKey: string, ...answers: StandInAnswer[]): Promise<void> {
  await fetch(`/stand-in/${followKey}`, { method: 'PUT', body: JSON.stringify(answers) });
}

/** What has reached the stand-in with this follow key. */
export async function reachedTheCouncil(followKey: string): Promise<SeenRequest[]> {
  const response = await fetch(`/stand-in/${followKey}`);
  return response.json();
}
