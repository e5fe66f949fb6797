import type { Migration } from 'kysely/migration';
import type { Engine } from '../database.ts';
import { spine } from './0001-spine.ts';
import { staff } from './0002-staff.ts';
import { safetyMails } from './0003-safety-mails.ts';
import { helperKeys } from './0004-helper-keys.ts';
import { people } from './0005-people.ts';
import { caseIndex } from './0006-case-index.ts';
import { audit } from './0007-audit.ts';
import { notThisPerson } from './0008-not-this-person.ts';
import { reminders } from './0009-reminders.ts';
import { staffRecord } from './0010-staff-record.ts';
import { learning } from './0011-learning.ts';
import { pictureKeys } from './0012-picture-keys.ts';
import { worse } from './0013-worse.ts';
import { nobody } from './0014-nobody.ts';

/**
 * Every change of the store, oldest first: a list in the code, so that what is shipped is what is carried out.
 * One that was released is never edited.
 */
export function migrations(engine: Engine): Record<string, Migration> {
  return {
    '0001-spine': spine,
    '0002-staff': staff(engine),
    '0003-safety-mails': safetyMails,
    '0004-helper-keys': helperKeys,
    '0005-people': people(engine),
    '0006-case-index': caseIndex(engine),
    '0007-audit': audit(engine),
    '0008-not-this-person': notThisPerson(engine),
    '0009-reminders': reminders,
    '0010-staff-record': staffRecord,
    '0011-learning': learning(engine),
    '0012-picture-keys': pictureKeys,
    '0013-worse': worse(engine),
    '0014-nobody': nobody(engine),
  };
}
