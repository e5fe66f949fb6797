import { startHeard } from '../heard-server.ts';

/** One start and an end in order leave the server compiled for all the journeys, most of which start one of their own. */
export default async function compileServer(): Promise<void> {
  const heard = await startHeard();
  await heard.stop();
  await heard.remove();
}
