import { useEffect } from 'preact/hooks';

/**
 * Puts a line and the page's number at the foot of every printed page, where the browser can. A style sheet of the
 * page's own making, because what stands there is known only now.
 */
export function usePageFoot(line: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      @bottom-left { content: ${JSON.stringify(line)}; font: 9pt system-ui, sans-serif; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; }
    }`);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [line]);
}
