import type { Council } from '../../domain/council.ts';

/**
 * The words that whoever guesses at this desk would try first (OWASP ASVS 6.1.2): those below, and those of the council,
 * its teams and its address, and of the person themselves. What is longer stands before what it begins with.
 */

/** What people write where a password is asked for, whoever they are. */
const ofEverybody = [
  ...['password', 'passwort', 'passphrase', 'passcode', 'pass', 'secret', 'letmein', 'login', 'logon', 'signin'],
  ...['welcome', 'changeme', 'change', 'default', 'admin', 'root', 'user', 'guest', 'test', 'temp', 'hello'],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'asdf', 'zxcvbnm', 'zxcv', 'qazwsxedc', 'qazwsx', '1q2w3e4r5t', '1q2w3e4r'],
  ...['abcdefghijkl', 'abcdef', 'abcd', 'abc', 'iloveyou', 'football', 'monkey', 'dragon', 'sunshine', 'princess'],
  ...['1234567890', '123456789', '12345678', '1234567', '123456', '12345', '1234', '123', '987654321', '4321', '321'],
  ...['january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november'],
  ...['december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['spring', 'summer', 'autumn', 'winter', 'christmas', 'easter'],
];

/** What this desk is about: its name, its roles and its work. */
const ofTheDesk = [
  ...['heard', 'council', 'desk', 'staff', 'officer', 'manager', 'reader', 'administrator', 'complainant', 'advocate'],
  ...['complaints', 'complaint', 'compliment', 'feedback', 'acknowledgement', 'safeguarding', 'ombudsman'],
  ...['childrens', 'children', 'child', 'parent', 'family', 'carer', 'care', 'social', 'worker', 'work', 'service'],
  ...['england', 'office', 'computer', 'internet', 'account', 'team'],
];

/** Shorter than this, a word stands in too many others. */
const shortestOfNames = 3;
const shortestOfTeams = 4;

/** The words of the council and of this server's address. */
export function wordsOfCouncil(
  { id, name, shortName, complaintsTeam, services }: Council,
  { hostname }: Pick<URL, 'hostname'>,
): string[] {
  const teams = services.flatMap((service) => [service.name, ...service.teams.map((team) => team.name)]);
  const texts = [id, name, shortName, complaintsTeam.name, complaintsTeam.email, hostname, ...teams];
  return [...ofEverybody, ...ofTheDesk, ...partsOf(texts, shortestOfTeams)];
}

/** The words of the person who chooses: each part of their name and address, and the parts as one. */
export function wordsOfPerson({ name, email }: { name: string; email: string }): string[] {
  const local = email.split('@')[0] ?? '';
  const asOne = [name, local].map((text) => partsOf([text], 1).join(''));
  return [...partsOf([name, email], shortestOfNames), ...asOne.filter((text) => text.length >= shortestOfNames)];
}

function partsOf(texts: readonly string[], shortest: number): string[] {
  return texts
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((part) => part.length >= Math.max(1, shortest));
}
