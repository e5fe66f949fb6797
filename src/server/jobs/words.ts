import english from '../../../locales/en/mail.json' with { type: 'json' };
import { createWords } from '../../words/words.ts';

/** The words of the e-mails, which staff read. */
export const mailWords = createWords(english, { language: 'en' });
