import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/server/config.ts';
import { readDemoConfig } from '../../../src/server/demo-config.ts';
import { findDemo, markDemo, refuseOthersData, refuseToFill, removeDemo } from '../../../src/server/demo-mark.ts';
import { temporaryFolder } from '../open-test-store.ts';

const at = '2026-11-23T14:00:00.000Z';
const where = () => ({ dataFolder: temporaryFolder() });
const served =
  (isDemo: boolean, { dataFolder }: { dataFolder: string }) =>
  () =>
    refuseOthersData({ dataFolder, isDemo, databaseUrl: undefined });

describe('a folder that no demonstration made', () => {
  test.each([
    ['a council’s database', 'heard.sqlite'],
    ['anything else', 'letter.txt'],
    // Somebody's, or one that was damaged: not to be taken for ours.
    ['a mark that cannot be read', 'demonstration.json'],
  ])('%s: is neither filled nor served as one', (_, name) => {
    const found = where();
    writeFileSync(path.join(found.dataFolder, name), 'not ours');
    expect(findDemo(found)).toBe('not-ours');
    expect(() => refuseToFill(found)).toThrow(ConfigError);
    expect(() => refuseToFill(found)).toThrow(/It was left as it is/);
    expect(served(true, found)).toThrow(ConfigError);
    expect(served(false, found)).not.toThrow();
    expect(readdirSync(found.dataFolder)).toEqual([name]);
  });
});

describe('a folder that a demonstration made', () => {
  test('is served by no council’s server, filled or not', () => {
    const filled = where();
    markDemo(filled, at);
    expect(findDemo(filled)).toEqual({ filledAt: at });
    expect(served(true, filled)).not.toThrow();
    expect(served(false, filled)).toThrow(/made-up cases of a demonstration/);

    const begun = where();
    markDemo(begun, null);
    expect(findDemo(begun)).toBe('begun');
    expect(served(true, begun)).toThrow(/Nothing was made up yet/);
    expect(served(false, begun)).toThrow(ConfigError);
  });

  test('is emptied of what is the demonstration’s alone', () => {
    const filled = where();
    markDemo(filled, at);
    mkdirSync(path.join(filled.dataFolder, 'secrets'));
    const letter = path.join(filled.dataFolder, 'letter.txt');
    for (const file of ['heard.sqlite', 'heard.sqlite-wal', 'audit-head.json', 'secrets/audit-key'])
      writeFileSync(path.join(filled.dataFolder, file), 'made up');
    writeFileSync(letter, 'somebody’s');
    removeDemo(filled);
    expect(readdirSync(filled.dataFolder)).toEqual(['letter.txt']);
    expect(readFileSync(letter, 'utf8')).toBe('somebody’s');
  });

  test('may be filled when there is nothing in it, or it is not there yet', () => {
    const empty = where();
    expect(() => refuseToFill(empty)).not.toThrow();
    expect(() => refuseToFill({ dataFolder: path.join(empty.dataFolder, 'not-there') })).not.toThrow();
    expect(served(true, empty)).toThrow(/npm run demo/);
  });
});

test('nothing of the council’s own server comes to a demonstration: no database, no secret, no mail server', () => {
  const config = readDemoConfig({
    DATABASE_URL: 'postgres://heard@db.example/heard',
    HEARD_AUTH_SECRET: 's'.repeat(40),
    HEARD_AUDIT_KEY: 'k'.repeat(40),
    HEARD_PICTURE_PEPPER: 'p'.repeat(40),
    HEARD_ADMIN_EMAIL: 'jo@example.gov.uk',
    HEARD_ADMIN_PASSWORD: 'a long walk by the river',
    HEARD_SMTP_URL: 'smtps://mail.example.gov.uk',
    HEARD_MAIL_FROM: 'heard@example.gov.uk',
    HEARD_SAFEGUARDING_EMAIL: 'safe@example.gov.uk',
    HEARD_SENIOR_EMAIL: 'head@example.gov.uk',
    PORT: '8123',
  });
  expect(config).toMatchObject({
    ...{ databaseUrl: undefined, authSecret: undefined, auditKey: undefined, picturePepper: undefined },
    ...{ admin: undefined, mail: undefined, isDemo: true, port: 8123 },
  });
  expect(config.dataFolder).toMatch(/[/\\]data-demo$/);
  expect(readDemoConfig({ HEARD_DATA: 'elsewhere' }).dataFolder).toMatch(/[/\\]elsewhere$/);
});
