import type { ComponentChildren } from 'preact';
import type { Trouble as TroubleValue } from './api.ts';
import { troubleWords } from './trouble-words.ts';

/** What went wrong, read out at once. The place for it is always there, because some readers miss one that is new. */
export function Trouble({ trouble, children }: { trouble: TroubleValue | undefined; children?: ComponentChildren }) {
  return (
    <div role="alert" class="trouble-place">
      {trouble && (
        <div class="trouble">
          <p>{troubleWords(trouble)}</p>
          {children}
        </div>
      )}
    </div>
  );
}
