import { type AuditEntry, type AuditVerb, auditVerbs, operatorId } from '../domain/audit.ts';
import { type ActionName, actionNames } from '../domain/case-actions.ts';
import { deskWords } from './words.ts';

/** What stands in the record, in words. A verb or a fact of a newer server than this page is shown as it stands. */

const { t } = deskWords;

export function verbWords(verb: string): string {
  const action = actionNames.find((name) => verb === verbOf(name));
  if (action) return t('audit.action', { what: t(`act.title.${action}`) });
  return isKnown(verb) ? t(`audit.verb.${verb}`) : verb;
}

/** What is recorded of somebody who does this with a case. */
export function verbOf(action: ActionName): string {
  return `case-${action}`;
}

export function whoWords({ staffId, staffName }: Pick<AuditEntry, 'staffId' | 'staffName'>): string {
  if (staffId === operatorId) return t('audit.operator');
  return staffName ?? t('audit.nobody');
}

const factNames = [
  'rows',
  'person',
  'staff',
  'roles',
  'teams',
  'asked',
  'code',
  'verb',
  'count',
  'filter',
  'route',
  'stage',
  'team',
  'kind',
  'searched',
  'further',
  'channel',
  'day',
  'secondFactor',
] as const;

/** The facts of an entry that say something to whoever reads it. */
export function factWords(details: string, nameOf: (id: string) => string | undefined): string[] {
  const facts = JSON.parse(details) as Record<string, string | number | boolean>;
  return factNames.flatMap((name) => {
    const value = facts[name];
    if (value === undefined) return [];
    if (value === true) return [t(`audit.detail.${name}`)];
    return [t('audit.fact', { name: t(`audit.detail.${name}`), value: valueWords(name, String(value), nameOf) })];
  });
}

function valueWords(
  name: (typeof factNames)[number],
  value: string,
  nameOf: (id: string) => string | undefined,
): string {
  if (name === 'person' || name === 'staff')
    return nameOf(value) ?? (value === operatorId ? t('audit.operator') : value);
  if (name === 'asked' || name === 'verb') return verbWords(value);
  return value.replaceAll('.', ', ');
}

function isKnown(verb: string): verb is AuditVerb {
  return (auditVerbs as readonly string[]).includes(verb);
}
