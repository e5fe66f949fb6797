/** Declarations of a style sheet that hold for one direction of reading alone. */
export function oneSided(css: string): string[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const declarations = [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)/g)];
  return declarations
    .filter(([, property = '', value = '']) => isOneSided(property, value.trim()))
    .map(([whole]) => whole.trim());
}

function isOneSided(property: string, value: string): boolean {
  if (/(^|-)(left|right)(-|$)/.test(property)) return true;
  if (/^(text-align|float|clear)$/.test(property)) return /^(left|right)$/.test(value);
  // Borders of single sides draw arrows, which point down whichever way one reads.
  if (!/^(margin|padding|inset)$/.test(property)) return false;
  const [, right, , left] = sidesOf(value);
  return left !== undefined && left !== right;
}

/** The values of a shorthand: what stands in brackets is one. */
function sidesOf(value: string): string[] {
  return value.match(/(?:[^\s()]+\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[^\s()]+)/g) ?? [];
}
