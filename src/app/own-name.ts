import { keepOwnName, type OwnName } from '../device/own-name.ts';
import { appWords } from '../words/app-words.ts';

/** From now on, and for the browser's next offer to install it. */
export function chooseOwnName(name: OwnName): void {
  keepOwnName(name);
  goBy(name);
}

/** Shows the name and the icon to the browser. */
export function goBy(name: OwnName): void {
  document.title = appWords.t(`install.${name}`);
  point('manifest', name === 'heard' ? '/manifest.webmanifest' : '/manifest-notes.webmanifest');
  point('icon', `/icons/${name}-48.png`);
  point('apple-touch-icon', `/icons/${name}-192.png`);
}

function point(rel: string, to: string): void {
  document.head.querySelector(`link[rel=${rel}]`)?.setAttribute('href', to);
}
