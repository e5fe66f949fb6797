import { existsSync, readFileSync } from 'node:fs';
import { config, locales } from 'zod';
import { type Council, type CouncilFault, readCouncil } from '../domain/council.ts';
import { ConfigError } from './config.ts';

// The check of the file speaks to an operator, so it says in English what is wrong rather than only that it is.
config(locales.en());

/** Reads and checks a council's file. Throws `ConfigError` with every fault and where it stands. */
export function loadCouncil(file: string): Council {
  const read = readCouncil(parse(file));
  const faults = 'council' in read ? languageFaults(read.council) : read.faults;
  if ('council' in read && faults.length === 0) return read.council;
  throw new ConfigError([
    `The council's file ${file} cannot be used:`,
    ...faults.map(({ where, what }) => `  ${where}: ${what}`),
  ]);
}

// A language is offered only when its words are here.
function languageFaults({ languages }: Council): CouncilFault[] {
  return languages.flatMap((language, index) => {
    const files = ['app.json', 'pages.json', 'picture-key.json'].map((name) => `locales/${language}/${name}`);
    const missing = files.find((words) => !existsSync(new URL(`../../${words}`, import.meta.url)));
    return missing ? [{ where: `languages[${index}]`, what: `there are no words for it: ${missing}` }] : [];
  });
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
