import { useState } from 'preact/hooks';
import { appWords } from '../../words/app-words.ts';
import { Later } from '../Later.tsx';
import type { KeptHere } from '../use-kept.ts';

const load = async () => (await import('./part.ts')).LockPanel;

/** The lock, offered where something is kept, and never to a younger child: what they forget nobody opens. */
export function LockRow({ kept: { lock = 'none' } }: { kept: KeptHere }) {
  const { t, register } = appWords;
  const [wasOpened, setOpened] = useState(false);
  const isSet = lock !== 'none';
  if (!isSet && register === 'younger') return null;
  return (
    <details class="row" onToggle={() => setOpened(true)}>
      <summary>{t(isSet ? 'lock.manage' : 'lock.title')}</summary>
      {wasOpened && <Later load={load} props={{ isSet }} />}
    </details>
  );
}
