import { readFileSync } from 'node:fs';
import { config, locales } from 'zod';
import { type Council, readCouncil } from '../domain/council.ts';
import { ConfigError } from './config.ts';

// The check of the file speaks to an operator, so it says in English what is wrong rather than only that it is.
config(locales.en());

/** Reads and checks a council's file. Throws `ConfigError` with every fault and where it stands. */
export function loadCouncil(file: string): Council {
  const read = readCouncil(parse(file));
  if ('council' in read) return read.council;
  throw new ConfigError([
    `The council's file ${file} cannot be used:`,
    ...read.faults.map(({ where, what }) => `  ${where}: ${what}`),
  ]);
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError([`The council's file ${file} cannot be read. HEARD_COUNCIL names it.`]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError([`The council's file ${file} is not JSON: ${(error as Error).message}`]);
  }
}
