import { markSentence, markWord, rangeOf, unmark } from './marks.ts';
import { type Sentence, sentencesIn, sentencesOf } from './sentences.ts';
import { onceLeft } from './silence.ts';
import { localVoice } from './voices.ts';

/** `read`: to its end. `stopped`: by the person, or because the screen is another. `no-voice`: there is none any more. */
export type Ending = 'read' | 'stopped' | 'no-voice';

interface Reading {
  /** What is read: a part of the screen, or a text that stands nowhere. */
  what: Element | string;
  language: string;
  /** 1 is as fast as the voice is used to. */
  rate: number;
  onEnd: (ending: Ending) => void;
}

/** An engine that has not begun by then, in milliseconds, does not begin. */
const patience = 5_000;
/** Nobody speaks slower, in milliseconds a character: an engine that forgot to say that it has ended. */
const slowest = 400;
/** Chromium drops what is said in the same moment in which something was stopped. */
const breath = 60;

let present: (() => void) | undefined;

/** Says something aloud, in place of whatever is being said. Nothing ever reads by itself: a press asks for it. */
export function read({ what, language, rate, onEnd }: Reading): void {
  stopReading();
  const sentences = typeof what === 'string' ? sentencesIn(what, language) : sentencesOf(what);
  const silent = new Set<string>();
  let index = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Held here, or the browser may tidy it away in mid-sentence and never say that it has ended.
  let spoken: SpeechSynthesisUtterance | undefined;

  const end = (ending: Ending) => {
    if (present !== stop) return;
    present = undefined;
    spoken = undefined;
    clearTimeout(timer);
    unwatch();
    unmark();
    hush();
    onEnd(ending);
  };
  const stop = () => end('stopped');
  const unwatch = onceLeft(stop);
  present = stop;

  const goOn = () => {
    index += 1;
    say();
  };
  const say = () => {
    clearTimeout(timer);
    const sentence = sentences[index];
    if (!sentence) return end('read');
    const voice = localVoice(sentence.language, silent) ?? localVoice(language, silent);
    if (!voice) return end('no-voice');
    spoken = utteranceOf(sentence, voice, rate);
    const saying = spoken;
    const isNow = () => present === stop && spoken === saying;
    // A voice that fails is done without; what it did not say is said by another.
    const fail = () => {
      if (!isNow()) return;
      spoken = undefined;
      silent.add(voice.voiceURI);
      hush();
      timer = setTimeout(say, breath);
    };
    saying.onstart = () => {
      if (!isNow()) return;
      clearTimeout(timer);
      timer = setTimeout(goOn, patience + sentence.text.length * slowest);
      markSentence(sentence);
      show(sentence);
    };
    saying.onboundary = ({ name, charIndex, charLength }) => {
      if (isNow() && name !== 'sentence') markWord(sentence, charIndex, charLength);
    };
    saying.onend = () => isNow() && goOn();
    saying.onerror = ({ error }) => {
      if (!isNow()) return;
      // Stopped from elsewhere, or the browser wants another press first.
      if (error === 'canceled' || error === 'interrupted' || error === 'not-allowed') stop();
      else fail();
    };
    timer = setTimeout(fail, patience);
    speechSynthesis.speak(saying);
  };

  if (hush()) timer = setTimeout(say, breath);
  // Without waiting: a phone speaks only in the moment in which it was pressed.
  else say();
}

/** Silence at once. */
export function stopReading(): void {
  present?.();
}

function utteranceOf({ text }: Sentence, voice: SpeechSynthesisVoice, rate: number): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = rate;
  return utterance;
}

/** @returns whether there was something to be stopped */
function hush(): boolean {
  const { speaking, pending } = speechSynthesis;
  if (speaking || pending) speechSynthesis.cancel();
  return speaking || pending;
}

// Who cannot read follows with the eyes: what is read is on the screen.
function show(sentence: Sentence): void {
  const range = rangeOf(sentence, 0, sentence.text.trimEnd().length);
  range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
}
