import { useLayoutEffect, useRef } from 'preact/hooks';

interface TitleProps {
  id?: string;
  text: string;
  /** True when the screen has just replaced another: whoever listens or moves by keyboard starts again here. */
  takesFocus: boolean;
}

/** The one heading of a screen. */
export function Title({ id, text, takesFocus }: TitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // At once, before anybody can be in the screen's own box: whoever types there must not be taken out of it.
  useLayoutEffect(() => {
    // The same screen in other words: whoever changed them is at what changed them.
    if (!takesFocus || document.activeElement?.closest('.look, .languages')) return;
    heading.current?.focus();
    scrollTo(0, 0);
  }, [text, takesFocus]);
  return (
    <h1 id={id} tabIndex={-1} ref={heading}>
      {text}
    </h1>
  );
}
