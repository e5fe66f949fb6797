import type { Db } from '../store/database.ts';
import type { Auth, AuthSettings } from './auth.ts';
import type { IsGuessable } from './guessable-passwords.ts';

/** What the routes of this room work with. */
export interface PeopleNeeds {
  db: Db;
  auth: Auth;
  settings: AuthSettings;
  /** Where the desk's own pages are served. */
  origins: readonly string[];
  /** Asked of every password that somebody chooses. */
  isGuessable: IsGuessable;
}
