import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCouncil } from '../../src/domain/council.ts';
import { ConfigError } from '../../src/server/config.ts';
import { loadCouncil } from '../../src/server/council-file.ts';
import { temporaryFolder } from './open-test-store.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Path = (string | number)[];

const text = readFileSync('council/shropshire.json', 'utf8');
const good = (): Json => JSON.parse(text);

/** Every place in the file, the containers before what they hold. */
function places(value: Json, at: Path = []): { at: Path; value: Json }[] {
  if (typeof value !== 'object' || value === null) return [{ at, value }];
  const entries: [string | number, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [{ at, value }, ...entries.flatMap(([key, inner]) => places(inner, [...at, key]))];
}

function changed(at: Path, change: (holder: Record<string | number, Json>, key: string | number) => void): Json {
  const file = good();
  const key = at.at(-1);
  if (key === undefined) throw new Error('The whole file has no holder.');
  const holder = at.slice(0, -1).reduce((inner, step) => (inner as Record<string | number, Json>)[step] ?? null, file);
  change(holder as Record<string | number, Json>, key);
  return file;
}

function whereText(at: Path): string {
  return at
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

function faultsOf(file: unknown): string[] {
  const read = readCouncil(file);
  return 'faults' in read ? read.faults.map(({ where, what }) => `${where}: ${what}`) : [];
}

const everyPlace = places(good()).filter(({ at }) => at.length > 0);
const optional = /stage3$|requestWithin$|acknowledgeWithin$|reason$/;

describe('each field of the file in turn', () => {
  test('there are many', () => expect(everyPlace.length).toBeGreaterThan(100));

  test.each(everyPlace.map(({ at, value }) => ({ where: whereText(at), at, value })))(
    '$where',
    ({ where, at, value }) => {
      const names = (file: Json) => faultsOf(file).some((fault) => fault.startsWith(`${where}: `));
      const wrong: Json[] = [null, true, typeof value === 'number' ? 0 : '', Array.isArray(value) ? {} : [[]]];
      for (const each of wrong) {
        const file = changed(at, (holder, key) => {
          holder[key] = each;
        });
        expect(names(file), `${JSON.stringify(each)} should be refused here`).toBe(true);
      }
      const isItem = typeof at.at(-1) === 'number';
      if (!isItem && !optional.test(where)) {
        expect(names(changed(at, (holder, key) => void delete holder[key])), 'it should be missed').toBe(true);
      }
      if (typeof value === 'object' && !Array.isArray(value)) {
        const more = changed(at, (holder, key) => {
          holder[key] = { ...(value as object), unheardOf: 1 };
        });
        expect(names(more), 'a key nobody knows should be refused').toBe(true);
      }
    },
  );
});

describe('what no single field can show', () => {
  const procedure = (change: (procedure: Record<string, Json[]>) => void) => {
    const file = good() as { procedure: Record<string, Json[]> };
    change(file.procedure);
    return faultsOf(file);
  };
  type Edition = { id: string; effectiveFrom: string; stage1: { extendableTo: number }; stage2: Record<string, Json> };

  test('two editions of one name, or in force from one day', () => {
    const faults = procedure((each) => each.corporate?.push(structuredClone(each.corporate[0] ?? null)));
    expect(faults).toEqual([
      expect.stringMatching(/^procedure\.corporate: .*"corporate-before-2026".*twice/),
      expect.stringMatching(/^procedure\.corporate: .*2006-09-01/),
    ]);
  });

  test('an extension shorter than the limit it extends', () => {
    const faults = procedure(({ statutory = [] }) => {
      (statutory[0] as Edition).stage1.extendableTo = 9;
    });
    expect(faults).toEqual([expect.stringMatching(/^procedure\.statutory\[0\]\.stage1\.extendableTo: is 9.*\(10\)/)]);
  });

  test('a clock that runs from something without its figure or reason', () => {
    const stage2 = (change: (stage2: Record<string, Json>) => void) =>
      procedure(({ corporate = [] }) => change((corporate[1] as Edition).stage2));
    expect(stage2((each) => void delete each.acknowledgeWithin)[0]).toMatch(/^procedure\.corporate\[1\]\.stage2\.ackn/);
    const agreed = stage2((each) => {
      each.countedFrom = 'statement-agreed';
    });
    expect(agreed[0]).toMatch(/^procedure\.corporate\[1\]\.stage2\.reason/);
  });

  test('who is left to see a case, when that is no e-mail address; and hours that are none', () => {
    const file = good() as { notThisPerson: Record<string, Json> };
    file.notThisPerson = { fallback: 'the head', safetyAccessHours: 0 };
    const faults = faultsOf(file);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'notThisPerson.fallback',
      'notThisPerson.safetyAccessHours',
    ]);
  });

  test('a team of one name in two services', () => {
    const file = good() as { services: { teams: Json[] }[] };
    file.services[1]?.teams.push(file.services[0]?.teams[0] ?? null);
    expect(faultsOf(file)).toEqual([expect.stringMatching(/^services: .*"compass"/)]);
  });
});

describe('when staff are told', () => {
  type Reminders = Record<'managers' | 'seniorManagers', { after: number; repeatEvery: number }> & { at: string };
  const reminders = (change: (reminders: Reminders) => void) => {
    const file = good() as { reminders: Reminders };
    change(file.reminders);
    return faultsOf(file);
  };

  test.each(['7:30', '24:00', '07:60', '07:30:00', 'half past seven'])('an hour is no such thing as %s', (at) => {
    const faults = reminders((each) => Object.assign(each, { at }));
    expect(faults).toEqual(['reminders.at: must be an hour of the day such as 07:30']);
  });

  test('senior managers are not told before the managers of the teams', () => {
    const faults = reminders((each) => {
      each.managers.after = 3;
      each.seniorManagers.after = 2;
    });
    expect(faults).toEqual([expect.stringMatching(/^reminders\.seniorManagers\.after: is 2.*\(3\)/)]);
  });

  test('what went is kept long enough that nobody is told the same twice', () => {
    expect(reminders((each) => Object.assign(each, { keptForDays: 30 }))).toEqual([]);
    expect(reminders((each) => Object.assign(each, { keptForDays: 29 }))[0]).toMatch(/^reminders\.keptForDays: /);
    // Also where nothing is said of it.
    const faults = reminders((each) => {
      each.seniorManagers.repeatEvery = 260;
    });
    expect(faults).toEqual([expect.stringMatching(/^reminders\.keptForDays: must be at least 520/)]);
  });
});

describe('the file itself', () => {
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true }));
  const refusal = (file: string) => {
    try {
      loadCouncil(file);
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
    }
    throw new Error('It was taken.');
  };
  const written = (content: string) => {
    const file = path.join(folder, 'council.json');
    writeFileSync(file, content);
    return file;
  };

  test('as it is, it is taken', () => expect(loadCouncil('council/shropshire.json').id).toBe('shropshire'));

  test('missing: named, and which variable names it', () => {
    expect(refusal(path.join(folder, 'none.json'))).toMatch(/none\.json cannot be read.*HEARD_COUNCIL/);
  });

  test('no JSON: named, and where it ends to be JSON', () => {
    expect(refusal(written(text.slice(0, 500)))).toMatch(/council\.json is not JSON: .*/);
  });

  test('every fault is told, each with where and what', () => {
    const file = good() as { name: Json; safety: { childline: Json } };
    file.name = '';
    file.safety.childline = 'ring us';
    const said = refusal(written(JSON.stringify(file))).split('\n');
    expect(said[0]).toContain('council.json');
    expect(said.slice(1).map((line) => line.trim().split(': ')[0])).toEqual(['name', 'safety.childline']);
    expect(said.slice(1).every((line) => /: .{10}/.test(line))).toBe(true);
  });
});

test('a language without words is named, and not offered', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'council.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(text), languages: ['en', 'pl'] }));
  expect(() => loadCouncil(file)).toThrow('languages[1]: there are no words for it: locales/pl/app.json');
  rmSync(folder, { recursive: true });
});
