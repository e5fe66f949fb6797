import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Trouble as TroubleValue } from './api.ts';
import { troubleWords } from './trouble-words.ts';

/** What went wrong, read out at once. The place for it is always there, because some readers miss one that is new. */
export function Trouble({ trouble, children }: { trouble: TroubleValue | undefined; children?: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  // What went wrong may stand above the button that was pressed, out of sight.
  useEffect(() => {
    if (trouble) place.current?.scrollIntoView({ block: 'center' });
  }, [trouble]);
  return (
    <div role="alert" class="trouble-place" ref={place}>
      {trouble && (
        <div class="trouble">
          <p>{troubleWords(trouble)}</p>
          {children}
        </div>
      )}
    </div>
  );
}
