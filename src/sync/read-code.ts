import { ProblemHere } from '../domain/problem-here.ts';

/** Why our own server said no. Undefined for anybody else's no: a captive portal's "not found" is not the council's. */
export async function readCode(response: Response): Promise<string | undefined> {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return undefined;
  return ProblemHere.safeParse(await response.json()).data?.code;
}
