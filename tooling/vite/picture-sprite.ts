import type { Plugin } from 'vite';
import { pictures } from '../../src/domain/pictures.ts';
import { drawingOf, pictureOwner } from './picture-set.ts';

/** Where the app finds the pictures of the picture key: each is a symbol with the picture's number as its id. */
export const pictureFile = 'picture-key.svg';

/** What the set calls a picture, where it is not our own name for it. */
const drawnAs: Readonly<Record<string, string>> = {
  sheep: 'ewe',
  whale: 'spouting-whale',
  dinosaur: 'sauropod',
  bee: 'honeybee',
  ladybird: 'lady-beetle',
  squirrel: 'chipmunk',
  hippo: 'hippopotamus',
  rhino: 'rhinoceros',
  fish: 'tropical-fish',
  nest: 'nest-with-eggs',
  paw: 'paw-prints',
  moon: 'crescent-moon',
  island: 'desert-island',
  beach: 'beach-with-umbrella',
  tree: 'deciduous-tree',
  leaf: 'maple-leaf',
  clover: 'four-leaf-clover',
  daisy: 'blossom',
  planet: 'ringed-planet',
  world: 'globe-showing-europe-africa',
  apple: 'red-apple',
  orange: 'tangerine',
  grape: 'grapes',
  cherry: 'cherries',
  kiwi: 'kiwi-fruit',
  pepper: 'bell-pepper',
  sweetcorn: 'ear-of-corn',
  peas: 'pea-pod',
  pancake: 'pancakes',
  cheese: 'cheese-wedge',
  noodles: 'steaming-bowl',
  rice: 'cooked-rice',
  salad: 'green-salad',
  biscuit: 'cookie',
  chocolate: 'chocolate-bar',
  milk: 'glass-of-milk',
  'ice-cream': 'soft-ice-cream',
  juice: 'beverage-box',
  blueberry: 'blueberries',
  cake: 'birthday-cake',
  train: 'locomotive',
  bike: 'bicycle',
  scooter: 'kick-scooter',
  lorry: 'articulated-lorry',
  aeroplane: 'airplane',
  sledge: 'sled',
  motorbike: 'motorcycle',
  trolley: 'shopping-cart',
  spaceship: 'flying-saucer',
  book: 'open-book',
  brush: 'paintbrush',
  ruler: 'straight-ruler',
  lock: 'locked',
  sofa: 'couch-and-lamp',
  bath: 'bathtub',
  spanner: 'wrench',
  torch: 'flashlight',
  piano: 'musical-keyboard',
  microphone: 'studio-microphone',
  headphones: 'headphone',
  football: 'soccer-ball',
  rugby: 'rugby-football',
  teddy: 'teddy-bear',
  puzzle: 'puzzle-piece',
  present: 'wrapped-gift',
  medal: 'sports-medal',
  diamond: 'gem-stone',
  shirt: 't-shirt',
  needle: 'sewing-needle',
  wool: 'yarn',
  parcel: 'package',
  map: 'world-map',
  bridge: 'bridge-at-night',
  fairground: 'ferris-wheel',
  circus: 'circus-tent',
  rollercoaster: 'roller-coaster',
  firework: 'fireworks',
  confetti: 'party-popper',
  ski: 'skis',
  paint: 'artist-palette',
  picture: 'framed-picture',
  teacup: 'teacup-without-handle',
  plug: 'electric-plug',
  bulb: 'light-bulb',
  bin: 'wastebasket',
  goggles: 'diving-mask',
  wheelchair: 'manual-wheelchair',
  armchair: 'seat',
  frisbee: 'flying-disc',
  suitcase: 'luggage',
  wave: 'water-wave',
};

/** Puts the pictures into one file beside the app, which no page asks for before somebody wants to see a picture. */
export function pictureSprite(): Plugin {
  return {
    name: 'heard:picture-sprite',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: pictureFile, source: sprite() });
    },
    configureServer(server) {
      server.middlewares.use(`/${pictureFile}`, (_, response) => {
        response.setHeader('Content-Type', 'image/svg+xml').end(sprite());
      });
    },
  };
}

export function sprite(): string {
  const symbols = pictures.map(
    (name, number) => `<symbol id="${number}" viewBox="0 0 32 32">${drawingOf(drawnAs[name] ?? name)}</symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${pictureOwner}${symbols.join('')}</svg>`;
}
