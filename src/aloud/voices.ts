/**
 * The voices of this very device. Others would send the words to somebody's server to be spoken, and so are none.
 */
export function localVoice(language: string, without?: ReadonlySet<string>): SpeechSynthesisVoice | undefined {
  const spoken = tongue(language);
  const fitting = voices().filter(
    ({ localService, lang, voiceURI }) => localService && tongue(lang) === spoken && !without?.has(voiceURI),
  );
  // The person's own choice of a voice first; else English as it is spoken here.
  return fitting.find((voice) => voice.default) ?? fitting.find(({ lang }) => isOfHere(lang)) ?? fitting[0];
}

/**
 * Tells whether there is a voice for a language, now and whenever that changes: browsers name their voices late, and a
 * voice can be taken off a device.
 *
 * @returns ends the telling
 */
export function watchVoices(language: () => string, tell: (isThere: boolean) => void): () => void {
  const look = () => tell(localVoice(language()) !== undefined);
  look();
  // Not everywhere an event target, where there are no voices at all.
  const { speechSynthesis: voiced } = globalThis;
  voiced?.addEventListener?.('voiceschanged', look);
  return () => voiced?.removeEventListener?.('voiceschanged', look);
}

function voices(): SpeechSynthesisVoice[] {
  // Chromium's list is empty until it has been asked for once.
  return globalThis.speechSynthesis?.getVoices() ?? [];
}

// Android writes en_GB.
function tongue(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}

function isOfHere(language: string): boolean {
  return /^en[-_]gb/i.test(language);
}
