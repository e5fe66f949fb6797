import { useEffect, useState } from 'preact/hooks';
import { watchVoices } from '../aloud/voices.ts';
import { appWords } from '../words/app-words.ts';

/** The rest of it comes when somebody is about to press, and is put away with the app. */
const bringReader = () => import('../aloud/read.ts');

/** Young children listen more slowly. */
const rates: Record<string, number> = { younger: 0.9 };

/**
 * Reading aloud, by a voice of this device alone.
 *
 * @param screen where it is: what was said of one screen is not said on the next
 */
export function useReading(screen = ''): {
  isThere: boolean;
  state: 'silent' | 'reading' | 'no-voice';
  toggle: (what: Element | string | null) => void;
  prepare: () => void;
} {
  const [isThere, setThere] = useState(false);
  const [state, setState] = useState<'silent' | 'reading' | 'no-voice'>('silent');
  const { language } = appWords;
  useEffect(() => watchVoices(() => language, setThere), [language]);
  useEffect(() => setState((before) => (before === 'no-voice' ? 'silent' : before)), [screen]);

  const toggle = async (what: Element | string | null) => {
    if (!what) return;
    const { read, stopReading } = await bringReader();
    if (state === 'reading') {
      stopReading();
      return;
    }
    setState('reading');
    read({
      what,
      language: appWords.language,
      rate: rates[appWords.register] ?? 1,
      onEnd: (ending) => setState(ending === 'no-voice' ? 'no-voice' : 'silent'),
    });
  };
  return {
    isThere,
    state,
    toggle: (what) => void toggle(what).catch(() => setState('no-voice')),
    prepare: () => void bringReader().catch(() => undefined),
  };
}
