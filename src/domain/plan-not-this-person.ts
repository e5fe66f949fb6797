import type { ActionOf } from './case-actions.ts';
import type { CaseEvent } from './case-events.ts';
import { endAssignment } from './case-facts.ts';
import { isKeptFrom, type NamedPerson, nameKey } from './named-people.ts';
import type { Acting, Plan, Refused } from './plan-action.ts';
import { askedAccess } from './safety-access.ts';
import { isSimilarName } from './similar-names.ts';

/** Who it is that must not handle a case, and who is let in all the same: what each of these adds, or why nothing. */

const refusedFor = (pointer: string, code: string): Refused => ({
  problem: 'invalid-body',
  errors: [{ pointer, code }],
});

export function matchNamedPerson(it: Acting, { said, staff }: ActionOf<'match-named-person'>): Plan {
  const named = nameIn(it, said);
  if ('problem' in named) return named;
  const known = new Map(it.colleagues?.map(({ id, name }) => [id, { id, name }]));
  const missing = staff.find((id) => !known.has(id));
  if (missing !== undefined) return refusedFor(`/staff/${staff.indexOf(missing)}`, 'unknown');
  const found = [...new Set(staff)].flatMap((id) => known.get(id) ?? []);
  const matched: CaseEvent = { type: 'named-person-matched', said: named.said, staff: found, at: it.at, by: it.by };
  return [...endAssignment(it.events, ({ id }) => staff.includes(id), it.at), matched];
}

export function namedPersonNotStaff(it: Acting, { said, reason }: ActionOf<'named-person-not-staff'>): Plan {
  const named = nameIn(it, said);
  if ('problem' in named) return named;
  return [{ type: 'named-person-not-staff', said: named.said, reason, at: it.at, by: it.by }];
}

// Nobody says of a name like their own whose it is: also not later, when somebody else has matched it already.
function nameIn({ named, actor }: Acting, said: string): NamedPerson | Refused {
  const found = named.find((each) => nameKey(each.said) === nameKey(said));
  if (!found) return refusedFor('/said', 'unknown');
  return isSimilarName(found.said, actor) ? { problem: 'own-name' } : found;
}

/** Asked again, the latest counts. */
export function askSafetyAccess(it: Acting, { staff, reason }: ActionOf<'ask-safety-access'>): Plan {
  const colleague = it.colleagues?.find(({ id }) => id === staff);
  if (!colleague) return refusedFor('/staff', 'unknown');
  if (!isKeptFrom(colleague, it.named)) return refusedFor('/staff', 'not_allowed');
  const { id, name } = colleague;
  const { at, by, actor } = it;
  return [{ type: 'safety-access-asked', staff: { id, name }, reason, askedBy: actor.id, at, by }];
}

export function agreeSafetyAccess(it: Acting): Plan {
  const asked = askedAccess(it.events);
  if (!asked) return { problem: 'not-yet' };
  if (asked.askedBy === it.actor.id) return { problem: 'second-person-needed' };
  const until = new Date(Date.parse(it.at) + (it.accessHours ?? 0) * 60 * 60 * 1000).toISOString();
  return [{ type: 'safety-access-agreed', staff: asked.staff, until, at: it.at, by: it.by }];
}
