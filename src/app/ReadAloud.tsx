import type { RefObject } from 'preact';
import { ReadButton } from '../ui/ReadButton.tsx';
import { appWords } from '../words/app-words.ts';
import { useReading } from './use-reading.ts';

/**
 * In the bar of every screen: reads what stands on it, and pressed again stops. Absent where there is no voice; its place
 * is kept, so that nothing moves when voices are found late.
 */
export function ReadAloud({ screen }: { screen: string }) {
  const { t } = appWords;
  const { isThere, state, toggle, prepare } = useReading(screen);
  return (
    <>
      {/* It can be stopped though its voice has gone. */}
      {(isThere || state === 'reading') && (
        <ReadButton
          label={t(state === 'reading' ? 'read.stop' : 'read.start')}
          isReading={state === 'reading'}
          onPress={() => toggle(document.querySelector('#app main'))}
          onNear={prepare}
        />
      )}
      <p role="status" class="read-trouble">
        {state === 'no-voice' && t('read.noVoice')}
      </p>
    </>
  );
}

interface SayProps {
  /** What is said: something on the screen, or a text that stands nowhere. */
  what: RefObject<HTMLElement | null> | string;
  /** The id of the words that say which of several it is. */
  describedBy?: string | undefined;
}

/** A small button that reads one thing aloud. It is not there where nothing can be read. */
export function Say({ what, describedBy }: SayProps) {
  const { t } = appWords;
  const { isThere, state, toggle, prepare } = useReading();
  if (!isThere && state !== 'reading') return null;
  return (
    <ReadButton
      label={t(state === 'reading' ? 'read.stop' : 'read.hear')}
      isReading={state === 'reading'}
      isSmall
      describedBy={describedBy}
      onPress={() => toggle(typeof what === 'string' ? what : what.current)}
      onNear={prepare}
    />
  );
}
