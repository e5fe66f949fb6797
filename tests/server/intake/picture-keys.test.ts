import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Status } from '../../../src/domain/api.ts';
import { canonicalKey } from '../../../src/domain/picture-key.ts';
import { pictures as names } from '../../../src/domain/pictures.ts';
import { listTables } from '../../../src/server/backup/tables.ts';
import type { Tables } from '../../../src/server/store/database.ts';
import { testStores } from '../open-test-store.ts';
import { createTestApp, follow, newSent, origin, type Sent, send } from '../test-app.ts';
import { useTestIntake } from './use-test-intake.ts';

const mine = [201, 17, 99, 240, 3, 156, 42];
const others = [17, 201, 99, 240, 3, 156, 42];

describe.each(testStores)('coming back by pictures, on $name', ({ open }) => {
  const intake = useTestIntake(open);

  const tell = async () => {
    const sent = newSent();
    expect((await send(intake.app, sent)).status).toBe(201);
    return sent;
  };
  const ask = (method: string, path: string, pictures: unknown, key?: string, app = intake.app) =>
    Promise.resolve(
      app.request(path, {
        method,
        headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ pictures }),
      }),
    );
  const set = (to: Sent, pictures: unknown, key = to.key) =>
    ask('PUT', `/api/submissions/${to.id}/picture-key`, pictures, key);
  const back = async (pictures: unknown, app = intake.app) => {
    const response = await ask('POST', '/api/follow', pictures, undefined, app);
    const said = (await response.json()) as { followKey?: string; code?: string };
    return said.followKey ?? said.code ?? '';
  };
  const whatItOpens = async (key: string) => Status.parse(await (await follow(intake.app, `Bearer ${key}`)).json());

  it('opens what was sent, in whatever order the other six come, with a key of each device’s own', async () => {
    const sent = await tell();
    expect((await set(sent, mine)).status).toBe(204);
    const keys = [await back(mine), await back([201, 42, 156, 3, 240, 99, 17])];
    expect(new Set([...keys, sent.key]).size).toBe(3);
    for (const key of keys) {
      expect(key).toMatch(/^[\w-]{22}$/);
      expect(await whatItOpens(key)).toMatchObject({ id: sent.id, holder: 'person' });
    }
    expect(await whatItOpens(sent.key)).toMatchObject({ id: sent.id });
  });

  it('opens nothing with another picture first, another picture, or before the pictures were said', async () => {
    const sent = await tell();
    expect(await back(mine)).toBe('unknown-pictures');
    await set(sent, mine);
    expect(await back(others)).toBe('unknown-pictures');
    expect(await back(mine.with(6, 43))).toBe('unknown-pictures');
  });

  it('lets the device that came back say more, and nobody to another case', async () => {
    const [sent, another] = [await tell(), await tell()];
    intake.clock = new Date(Date.parse(intake.clock) + 60_000).toISOString();
    await set(sent, mine);
    const key = await back(mine);
    const body = { version: 1, kind: 'complaint', addition: randomUUID(), message: 'It is me.' };
    expect((await send(intake.app, { ...sent, key, body })).status).toBe(200);
    expect(await whatItOpens(sent.key)).toMatchObject({ written: [intake.clock] });
    expect((await send(intake.app, { ...another, key, body })).status).toBe(403);
    expect((await set(another, others, key)).status).toBe(403);
  });

  it('is said twice without harm; others take the place of those before', async () => {
    const sent = await tell();
    for (const again of [mine, mine]) expect((await set(sent, again)).status).toBe(204);
    expect(await back(mine)).toMatch(/^[\w-]{22}$/);
    await set(sent, others);
    expect(await back(mine)).toBe('unknown-pictures');
    await set(sent, mine);
    expect(await back(others)).toBe('unknown-pictures');
    expect(await back(mine)).toMatch(/^[\w-]{22}$/);
  });

  it('opens for neither of two who drew the same, and tells neither that the other is there', async () => {
    const [sent, another] = [await tell(), await tell()];
    const [first, second] = [await set(sent, mine), await set(another, mine)];
    expect([first.status, second.status]).toEqual([204, 204]);
    expect(await back(mine)).toBe('unknown-pictures');
    await set(another, others);
    expect(await whatItOpens(await back(mine))).toMatchObject({ id: sent.id });
  });

  it('is refused to whoever has not the person’s own key, and for anything but seven pictures', async () => {
    const sent = await tell();
    expect((await set(sent, mine, 'x'.repeat(22))).status).toBe(403);
    expect((await ask('PUT', `/api/submissions/${sent.id}/picture-key`, mine)).status).toBe(401);
    for (const wrong of [mine.slice(1), [...mine, 1], mine.with(0, 17), mine.with(0, 256), 'cat', mine.map(String)]) {
      const [there, here] = [await set(sent, wrong), await ask('POST', '/api/follow', wrong)];
      expect([there.status, here.status]).toEqual([422, 422]);
    }
  });

  it('is not to be had with another pepper: the database alone does not hold it', async () => {
    await set(await tell(), mine);
    const picturePepper = 'another pepper of the tests, as long as it must be';
    const app = createTestApp(intake.store, () => intake.clock, origin, undefined, undefined, { picturePepper });
    expect(await back(mine, app)).toBe('unknown-pictures');
    expect(await back(mine)).toMatch(/^[\w-]{22}$/);
  });

  it('leaves neither the pictures nor a key in any table or log', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const app = createTestApp(intake.store, () => intake.clock, origin, log);
    const sent = await tell();
    await set(sent, mine);
    const key = await back(mine, app);
    await back(others, app);
    await ask('POST', '/api/follow', mine.slice(1), undefined, app);
    const { db, engine } = intake.store;
    const tables = await listTables(db, engine);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['pictureKeys', 'deviceKeys', 'audit']));
    const rows = await Promise.all(
      tables.map(
        ({ name }) =>
          db
            .selectFrom(name as keyof Tables)
            .selectAll()
            .execute() as Promise<object[]>,
      ),
    );
    const everything = JSON.stringify([rows, lines]);
    expect(everything).toContain(sent.id);
    for (const secret of [
      key,
      sent.key,
      canonicalKey(mine),
      JSON.stringify(mine).slice(1, -1),
      mine.join(' '),
      mine.map((number) => names[number]).join(' '),
    ]) {
      expect(everything).not.toContain(secret);
    }
  });
});
