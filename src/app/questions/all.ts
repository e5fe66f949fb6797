import type { QuestionName } from '../journey.ts';
import type { QuestionParts } from '../question.ts';
import { about } from './about/question.tsx';
import { aboutWhat } from './about-what/question.tsx';
import { advocate } from './advocate/question.tsx';
import { agrees } from './agrees/question.tsx';
import { askNext } from './ask-next/question.tsx';
import { asked } from './asked/question.tsx';
import { better } from './better/question.tsx';
import { childName } from './child-name/question.tsx';
import { court } from './court/question.tsx';
import { feeling } from './feeling/question.tsx';
import { helpNow } from './help-now/question.tsx';
import { helperAccess } from './helper-access/question.tsx';
import { helperMaySee } from './helper-may-see/question.tsx';
import { kind } from './kind/question.tsx';
import { knows } from './knows/question.tsx';
import { mayTell } from './may-tell/question.tsx';
import { message } from './message/question.tsx';
import { name } from './name/question.tsx';
import { notThisPerson } from './not-this-person/question.tsx';
import { now } from './now/question.tsx';
import { person } from './person/question.tsx';
import { relation } from './relation/question.tsx';
import { reply } from './reply/question.tsx';
import { replyHow } from './reply-how/question.tsx';
import { safe } from './safe/question.tsx';
import { service } from './service/question.tsx';
import { thankWhom } from './thank-whom/question.tsx';
import { trusted } from './trusted/question.tsx';
import { wanted } from './wanted/question.tsx';
import { whatWasGood } from './what-was-good/question.tsx';
import { who } from './who/question.tsx';
import { helper } from './who-helps/question.tsx';
import { whoseWords } from './whose-words/question.tsx';
import { words } from './words/question.tsx';

/** Every question's screen, by the name under which the journey asks it. */
export const questions: Readonly<Record<QuestionName, QuestionParts>> = {
  who,
  helper,
  about,
  'child-name': childName,
  'whose-words': whoseWords,
  kind,
  'about-what': aboutWhat,
  feeling,
  better,
  'thank-whom': thankWhom,
  'what-was-good': whatWasGood,
  words,
  safe,
  'help-now': helpNow,
  advocate,
  trusted,
  relation,
  knows,
  agrees,
  asked,
  'helper-may-see': helperMaySee,
  wanted,
  person,
  service,
  'not-this-person': notThisPerson,
  'may-tell': mayTell,
  court,
  reply,
  'reply-how': replyHow,
  name,
  'helper-access': helperAccess,
  message,
  'ask-next': askNext,
  now,
};
