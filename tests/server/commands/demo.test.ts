import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCases } from '../../../src/server/store/cases.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { startHeard } from '../../heard-server.ts';
import { ids, postJson, submit } from '../open-test-desk.ts';
import { temporaryFolder } from '../open-test-store.ts';
import { createTestApp } from '../test-app.ts';
import { runCommand } from './run-command.ts';

interface Account {
  email: string;
  password: string;
}

function accountsIn(output: string): Account[] {
  return [...output.matchAll(/^ {2}(\S+@\S+) +(\S+) {2}/gm)].map(([, email = '', password = '']) => ({
    email,
    password,
  }));
}

/** Does something with the demonstration's store, as a server over it would. */
async function over<Result>(dataFolder: string, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const store = openSqlite(path.join(dataFolder, 'heard.sqlite'));
  const app = createTestApp(store, () => new Date().toISOString());
  const signsIn = async (account: Account) => (await postJson(app, '/api/auth/sign-in/email', account)).ok;
  const ids = async () => (await listCases(store.db)).map(({ id }) => id);
  try {
    return await work({ signsIn, ids, tell: (id) => submit(app, id) });
  } finally {
    await store.close();
  }
}

interface Desk {
  signsIn: (account: Account) => Promise<boolean>;
  ids: () => Promise<string[]>;
  tell: (id: string) => Promise<void>;
}

describe('npm run demo', () => {
  it('makes it up once, prints passwords of that moment, keeps what was tried out, and begins again when asked to', {
    timeout: 180_000,
  }, async () => {
    const HEARD_DATA = temporaryFolder();
    const first = await runCommand('demo', [], { HEARD_DATA });
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('Made up in ')]);
    const [officer, ...others] = accountsIn(first.output);
    expect([officer, ...others].map((each) => each?.email.split('@')[0])).toEqual(
      expect.arrayContaining(['officer', 'manager', 'reader', 'administrator']),
    );
    if (!officer) return;
    const made = await over(HEARD_DATA, async ({ signsIn, ids: all, tell }) => {
      expect(await signsIn(officer)).toBe(true);
      const before = await all();
      await tell(ids.first);
      return before.length;
    });
    expect(made).toBeGreaterThan(555);

    const second = await runCommand('demo', [], { HEARD_DATA });
    expect([second.code, second.output]).toEqual([0, expect.stringContaining('Made up on ')]);
    const [again = officer] = accountsIn(second.output);
    await over(HEARD_DATA, async ({ signsIn, ids: all }) => {
      expect(await signsIn(officer)).toBe(false);
      expect(await signsIn(again)).toBe(true);
      expect(await all()).toContain(ids.first);
    });

    const fresh = await runCommand('demo', ['--fresh'], { HEARD_DATA });
    expect([fresh.code, fresh.output]).toEqual([0, expect.stringContaining('Made up in ')]);
    const left = await over(HEARD_DATA, ({ ids: all }) => all());
    expect(left).not.toContain(ids.first);
    expect(left.length).toBe(made);

    await expect(startHeard({ HEARD_DATA })).rejects.toThrow(/made-up cases of a demonstration/);
    await expect(startHeard({ HEARD_DATA })).rejects.not.toThrow(/\n\s+at /);
  });

  it.each([[[]], [['--fresh']]])('leaves a store that is not its own as it is: %j', async (args) => {
    const HEARD_DATA = temporaryFolder();
    const file = path.join(HEARD_DATA, 'heard.sqlite');
    writeFileSync(file, '');
    const { code, output } = await runCommand('demo', args, { HEARD_DATA });
    expect([code, output]).toEqual([1, expect.stringContaining('It was left as it is.')]);
    expect(output).not.toMatch(/\n\s+at /);
    expect(readdirSync(HEARD_DATA)).toEqual(['heard.sqlite']);
  });
});
