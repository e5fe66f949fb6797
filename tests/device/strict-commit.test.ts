import { openDB } from 'idb';
import { expect, test } from 'vitest';

// What the outbox builds on: the browser's own IndexedDB, kept when the connection is closed, and its locks.
test('what a strict transaction stored is there for the next connection', async () => {
  const open = () => openDB('strict-commit', 1, { upgrade: (db) => void db.createObjectStore('kept') });
  const first = await open();
  const writing = first.transaction('kept', 'readwrite', { durability: 'strict' });
  await writing.store.put('some words', 'key');
  await writing.done;
  first.close();

  const second = await open();
  expect(await second.get('kept', 'key')).toBe('some words');
  second.close();
});

test('one holder of a lock at a time', async () => {
  const order: string[] = [];
  const hold = (name: string) =>
    navigator.locks.request('drain', async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    });
  await Promise.all([hold('first'), hold('second')]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});
