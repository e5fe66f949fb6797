/** What stands where a name was: as wide for a short one as for a long one. */
export const struck = '█████';

/**
 * Takes names out of what was typed, whole words alone and however they are capitalised.
 *
 * @param names one on each line; a name that is spelled otherwise stays
 */
export function strikerOf(names: string): (text: string) => string {
  const wanted = names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
    // Of "Sam" and "Sam Lee" the longer goes first, or half of it would stay.
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  if (wanted.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, struck);
}
