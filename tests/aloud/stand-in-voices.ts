/** A voice as a browser names it. */
export interface Voice {
  voiceURI: string;
  lang: string;
  localService: boolean;
  default: boolean;
}

/** What a test does in place of the engine: it says when a voice begins, which word it is at, and when it ends. */
export interface Engine {
  /** Every sentence that was handed over, with the voice that was to say it. */
  said: { text: string; voice: string | undefined }[];
  isSpeaking: () => boolean;
  begin: () => void;
  word: (from: number, length?: number) => void;
  finish: () => void;
  fail: (error: string) => void;
  setVoices: (voices: Voice[]) => void;
}

declare global {
  var engine: Engine;
}

export const english: Voice = { voiceURI: 'english', lang: 'en-GB', localService: true, default: false };
export const american: Voice = { voiceURI: 'american', lang: 'en_US', localService: true, default: false };
export const faraway: Voice = { voiceURI: 'faraway', lang: 'en-GB', localService: false, default: true };
export const welsh: Voice = { voiceURI: 'welsh', lang: 'cy-GB', localService: true, default: false };

/**
 * The one stand-in of the tests: Chromium has no voices where nobody has installed any, as on a machine that only
 * tests. It stands at the browser's very edge, where the engine of the system would be, and nothing of ours is replaced.
 * It runs in the page and so names nothing from outside.
 */
export function standInVoices(voices: Voice[]): void {
  let present = voices;
  let saying: Utterance | undefined;

  class Utterance {
    text: string;
    voice: Voice | null = null;
    lang = '';
    rate = 1;
    onstart?: () => void;
    onend?: () => void;
    onerror?: (event: { error: string }) => void;
    onboundary?: (event: { name: string; charIndex: number; charLength: number | undefined }) => void;
    constructor(text = '') {
      this.text = text;
    }
  }

  class Synthesis extends EventTarget {
    get speaking() {
      return saying !== undefined;
    }
    pending = false;
    getVoices = () => present;
    speak = (utterance: Utterance) => {
      engine.said.push({ text: utterance.text, voice: utterance.voice?.voiceURI });
      saying = utterance;
    };
    cancel = () => take()?.onerror?.({ error: 'canceled' });
  }

  const take = () => {
    const taken = saying;
    saying = undefined;
    return taken;
  };
  const synthesis = new Synthesis();
  globalThis.engine = {
    said: [],
    isSpeaking: () => saying !== undefined,
    begin: () => saying?.onstart?.(),
    word: (from, length) => saying?.onboundary?.({ name: 'word', charIndex: from, charLength: length }),
    finish: () => take()?.onend?.(),
    fail: (error) => take()?.onerror?.({ error }),
    setVoices: (changed) => {
      present = changed;
      synthesis.dispatchEvent(new Event('voiceschanged'));
    },
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
}
