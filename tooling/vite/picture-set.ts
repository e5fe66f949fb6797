import { createRequire } from 'node:module';

/** Fluent Emoji, the flat ones, as an npm package of drawings; see docs/decisions/0024. */
export const pictureSet = '@iconify-json/fluent-emoji-flat';

/** The licence asks that this goes wherever a drawing goes. */
export const pictureOwner = '<!-- Fluent Emoji, Copyright (c) Microsoft Corporation, MIT License -->';

/** What is drawn inside a picture of 32 by 32, as SVG. Throws when the set has none of that name. */
export function drawingOf(name: string): string {
  const set: { icons: Record<string, { body: string }> } = createRequire(import.meta.url)(`${pictureSet}/icons.json`);
  const found = set.icons[name];
  if (!found) throw new Error(`${pictureSet} has no drawing named ${name}.`);
  return found.body;
}
