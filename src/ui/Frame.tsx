import type { ComponentChildren } from 'preact';

export interface FrameProps {
  brand: string;
  /** Shown in place of the brand when there is somewhere to go back to. */
  back?: { label: string; onBack: () => void } | undefined;
  /** Where hiding leads. The page's head acts on it, so that it works before anything else does. */
  hide: { label: string; to: string };
  /** How it looks and in which words, to be changed at any time. */
  look?: ComponentChildren;
  /** Reading aloud, where there is a voice. */
  read?: ComponentChildren;
  notSafe?: { label: string; onNotSafe: () => void } | undefined;
  children: ComponentChildren;
}

/** What is always there: the way back, hiding, and help when somebody is not safe. */
export function Frame({ brand, back, hide, look, read, notSafe, children }: FrameProps) {
  return (
    <>
      <header class="bar">
        {back ? (
          <button type="button" class="back" aria-label={back.label} onClick={back.onBack}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M15 4l-8 8 8 8" />
            </svg>
          </button>
        ) : (
          <a class="brand" href="/">
            {brand}
          </a>
        )}
        {look}
        <button type="button" class="hide" data-hide-to={hide.to}>
          {hide.label}
        </button>
      </header>
      <main>{children}</main>
      <footer class="bar">
        {read}
        {notSafe && (
          <button type="button" class="not-safe" onClick={notSafe.onNotSafe}>
            {notSafe.label}
          </button>
        )}
      </footer>
    </>
  );
}
