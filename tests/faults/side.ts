import { parentPort, workerData } from 'node:worker_threads';
import { type SideName, sides } from './parts.ts';
import { type FaultOptions, type Row, rowsOf } from './table.ts';

/** What a side is told to inject. */
export interface Asked extends Omit<FaultOptions, 'say'> {
  side: SideName;
  /** The parts of it, by their names. */
  names: readonly string[];
}

/** What it says of that. */
export type Told = { said: string } | { row: Row };

const { side, names, seed, isWhole }: Asked = workerData;
const tell = (told: Told) => parentPort?.postMessage(told);

for (const part of sides[side].filter(({ name }) => names.includes(name))) {
  const say = (line: string) => tell({ said: `${part.name}: ${line}` });
  for (const row of await rowsOf(part, { seed, isWhole, say })) tell({ row });
}
