import { afterEach, expect, test } from 'vitest';
import { announceChange, type Kept, onChange } from '../../src/device/changes.ts';

// A channel of one's own is what another tab, or the worker, has.
const otherTab = new BroadcastChannel('heard-changes');
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  otherTab.onmessage = null;
});

function listening(): Kept[] {
  const heard: Kept[] = [];
  stops.push(onChange((kept) => heard.push(kept)));
  return heard;
}

test('a change is heard here at once', () => {
  const [one, other] = [listening(), listening()];
  announceChange('drafts');
  expect(one).toEqual(['drafts']);
  expect(other).toEqual(['drafts']);
});

test('a change is heard in another tab', async () => {
  const heard: unknown[] = [];
  otherTab.onmessage = ({ data }) => heard.push(data);
  announceChange('outbox');
  await expect.poll(() => heard).toContain('outbox');
});

test('a change in another tab is heard here, once', async () => {
  const heard = listening();
  otherTab.postMessage('sent');
  await expect.poll(() => heard).toEqual(['sent']);
});

test('who has stopped listening hears nothing more, the others do', async () => {
  const quiet: Kept[] = [];
  const stop = onChange((kept) => quiet.push(kept));
  const heard = listening();
  stop();
  announceChange('drafts');
  otherTab.postMessage('outbox');
  await expect.poll(() => heard).toEqual(['drafts', 'outbox']);
  expect(quiet).toEqual([]);
});

test('another page of this app hears what this one changes', async () => {
  const page = document.createElement('iframe');
  page.srcdoc = `<script>
    new BroadcastChannel('heard-changes').onmessage = ({ data }) => parent.postMessage('heard ' + data, '*');
    parent.postMessage('ready', '*');
  </script>`;
  const said: unknown[] = [];
  const listen = ({ data, source }: MessageEvent) => source === page.contentWindow && said.push(data);
  addEventListener('message', listen);
  document.body.append(page);
  await expect.poll(() => said).toEqual(['ready']);
  announceChange('sent');
  await expect.poll(() => said).toEqual(['ready', 'heard sent']);
  removeEventListener('message', listen);
  page.remove();
});
