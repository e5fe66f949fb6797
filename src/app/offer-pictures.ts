import type { PictureName } from '../ui/art/pictures.ts';
import type { QuestionName } from './journey.ts';

/** The picture beside what may be added, for those who do not read yet: of every question that a younger child is offered. */
export const offerPictures: Partial<Record<QuestionName, PictureName>> = {
  'about-what': 'home',
  feeling: 'worried',
  better: 'better',
  'thank-whom': 'kind',
  'what-was-good': 'fun',
  words: 'else',
  safe: 'hurt',
  'help-now': 'scared',
  wanted: 'help',
  person: 'someone',
  'not-this-person': 'stop',
  'may-tell': 'listen',
  court: 'court',
  reply: 'letter',
  'reply-how': 'phone',
  advocate: 'helper',
  trusted: 'carer',
  name: 'name',
};
