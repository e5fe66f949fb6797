declare global {
  /** The address with a follow key in it: `before.ts` takes it out of the bar, and the app takes it from here. */
  var heardLink: string | undefined;
}

/** A link with a follow key that was opened here. An object each time, for the same one may be opened twice. */
export interface GivenLink {
  text: string;
}

/** The link this page was opened with, once. */
export function takeGivenLink(): GivenLink | undefined {
  const text = globalThis.heardLink;
  globalThis.heardLink = undefined;
  return text === undefined ? undefined : { text };
}

/** Calls whenever a link is opened while the app stands here. Gives the function that stops it. */
export function onGivenLink(listener: () => void): () => void {
  const listen = () => {
    if (globalThis.heardLink !== undefined) listener();
  };
  addEventListener('hashchange', listen);
  return () => removeEventListener('hashchange', listen);
}
