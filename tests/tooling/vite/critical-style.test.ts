import { describe, expect, test } from 'vitest';
import { criticalStyle } from '../../../tooling/vite/critical-style.ts';

const html = '<main class="board wide"><p class="kept"></p></main>';

describe('the style a page is served with', () => {
  test('has the rules for what stands in the page, whatever else they name', () => {
    const css = 'main{margin:0}.kept{color:red}.board.wide>.kept{color:#00f}:root:has(.never){top:0}';
    expect(criticalStyle(css, html)).toBe(css);
  });

  test('leaves out the rules for what does not, and of a rule with both that part', () => {
    expect(criticalStyle('.later{color:red}.kept,.later,.kept .later{top:0}', html)).toBe('.kept{top:0}');
  });

  test('leaves out nothing else of a condition, and no condition with something in it', () => {
    const css = '@media (width>=48rem){.later{top:0}.kept{top:1px}}@media print{.later{top:0}}';
    expect(criticalStyle(css, html)).toBe('@media (width>=48rem){.kept{top:1px}}');
  });

  test('has what the page as a whole is called when it covers or hides itself', () => {
    const css = '.covered #app{visibility:hidden}.hidden-away body,.insecure #app,.safe-now #app{display:none}';
    expect(criticalStyle(css, html)).toBe(css);
  });

  test('is nothing where nothing is needed', () => {
    expect(criticalStyle('.later{top:0}', html)).toBe('');
  });
});
