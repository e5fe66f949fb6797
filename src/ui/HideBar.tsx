import type { FrameProps } from './Frame.tsx';

/** The bar of a page with no app behind it: its way to hide is a link, which needs no script and is quicker with one. */
export function HideBar({ brand, hide }: Pick<FrameProps, 'brand' | 'hide'>) {
  return (
    <header class="bar">
      <a class="brand" href="/">
        {brand}
      </a>
      <a class="hide" href={hide.to} rel="noreferrer" data-hide-to={hide.to}>
        {hide.label}
      </a>
    </header>
  );
}
