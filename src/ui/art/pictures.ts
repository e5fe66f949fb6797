/** One drawing of the set, by its name there, and where it lies in a picture of 32 by 32. */
export type Piece = string | { drawing: string; x: number; y: number; scale: number };

/**
 * What each picture is made of. Only for the build, which draws them into files: the app knows their names alone.
 * People are those of the set that look like nobody in particular.
 */
export const pictures = {
  // Who somebody is.
  child: ['child'],
  'young-person': ['person'],
  carer: [
    { drawing: 'woman', x: -1, y: 0, scale: 0.8 },
    { drawing: 'child', x: 15, y: 13, scale: 0.58 },
  ],
  helper: [
    { drawing: 'person', x: 0, y: 0, scale: 0.84 },
    { drawing: 'red-heart', x: 17, y: 17, scale: 0.46 },
  ],
  'social-worker': [
    { drawing: 'woman', x: 0, y: 0, scale: 0.84 },
    { drawing: 'identification-card', x: 14, y: 15, scale: 0.56 },
  ],
  family: [
    { drawing: 'woman', x: -1, y: 0, scale: 0.62 },
    { drawing: 'man', x: 13, y: 0, scale: 0.62 },
    { drawing: 'child', x: 8, y: 15, scale: 0.52 },
  ],
  someone: ['busts-in-silhouette'],
  // What it is about.
  home: ['house-with-garden'],
  school: ['school'],
  hurt: ['face-with-head-bandage'],
  else: ['speech-balloon'],
  unsure: ['person-shrugging'],
  // How somebody feels.
  sad: ['crying-face'],
  scared: ['fearful-face'],
  angry: ['angry-face'],
  worried: ['worried-face'],
  ok: ['slightly-smiling-face'],
  // How things are now.
  better: ['smiling-face-with-smiling-eyes'],
  same: ['neutral-face'],
  quiet: ['zipper-mouth-face'],
  // What would be better, or was good.
  stop: ['raised-hand'],
  listen: ['ear'],
  sorry: ['person-bowing'],
  kind: ['heart-hands'],
  help: ['handshake'],
  fun: ['balloon'],
  later: ['hourglass-not-done'],
  // Yes or no, where neither is a feeling.
  yes: ['thumbs-up'],
  no: ['thumbs-down'],
  // How to answer.
  app: ['mobile-phone'],
  phone: ['telephone-receiver'],
  email: ['e-mail'],
  letter: ['envelope'],
  // What may be said besides.
  court: ['balance-scale'],
  name: ['name-badge'],
  // Ways to keep and to come back.
  copy: ['page-facing-up'],
  pictures: ['framed-picture'],
  key: ['key'],
} as const satisfies Record<string, readonly Piece[]>;

export type PictureName = keyof typeof pictures;
