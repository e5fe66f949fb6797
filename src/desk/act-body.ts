import { type ActionName, CaseAction } from '../domain/case-actions.ts';
import { foundAgainstUs, Outcome } from '../domain/closing.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import { type Errors, errorsOf } from '../domain/problems.ts';
import type { ActField } from './act-fields.ts';
import type { Draft } from './drafts.ts';
import { type DeskKey, deskWords } from './words.ts';

/** From what stands in a form to what is sent, and from what is wrong with it back to the fields. */

export type Faults = Partial<Record<string, string>>;

/** The action, or what is wrong, field by field, in words. */
export function bodyOf(
  action: ActionName,
  it: CaseDetail,
  fields: readonly ActField[],
  draft: Draft,
): { body: CaseAction } | { faults: Faults } {
  const body: Record<string, unknown> = { action, revision: it.revision };
  if (action === 'close') Object.assign(body, { themes: [], actions: [] });
  for (const { name } of fields) {
    const written = draft[name] ?? '';
    if (written.trim() !== '') put(body, name, written);
  }
  const faults = { ...inBrackets(draft), ...missingLearning(action, draft) };
  if (Object.keys(faults).length > 0) return { faults };
  const parsed = CaseAction.safeParse(body);
  return parsed.success ? { body: parsed.data } : { faults: faultsOf(errorsOf(parsed.error), fields, draft) };
}

/** What the server or the shape has against it, beside the field that it is about. */
export function faultsOf(errors: Errors, fields: readonly ActField[], draft: Draft): Faults {
  const found = errors.map(({ pointer, code }) => {
    const name = pointer.slice(1).replaceAll('/', '.');
    const field = fields.find((each) => each.name === name) ?? fields.find((each) => each.name.startsWith(`${name}.`));
    return [field?.name ?? name, faultWords(code, field, draft)];
  });
  return Object.fromEntries(found);
}

const faultKeys: Partial<Record<string, DeskKey>> = {
  same_person: 'act.fault.samePerson',
  not_later: 'act.fault.notLater',
  too_early: 'act.fault.tooEarly',
  too_far: 'act.fault.tooFar',
  not_allowed: 'act.fault.notAllowed',
  must_not_handle: 'trouble.must-not-handle',
};

function faultWords(code: string, field: ActField | undefined, draft: Draft): string {
  const { t } = deskWords;
  const known = faultKeys[code];
  if (known) return t(known);
  if (code === 'required' && field?.name === 'reason') return t('act.fault.lateReason');
  const isEmpty = (draft[field?.name ?? ''] ?? '').trim() === '';
  if (field?.as === 'letter') return t(isEmpty ? 'letter.empty' : 'letter.long');
  if (field?.as === 'route') return t('acknowledge.routeMissing');
  if (Array.isArray(field?.as)) return t('act.fault.choose');
  if (field?.as === 'date') return t('act.fault.date');
  return t(isEmpty ? 'acceptSafety.missing' : field?.as === 'line' ? 'act.fault.longLine' : 'act.fault.long');
}

// A list is parts by their number; a theme is a line of its own; somebody to give it to has their kind before the id.
function put(body: Record<string, unknown>, name: string, written: string): void {
  const [first = '', index, part] = name.split('.');
  if (first === 'themes') {
    body.themes = written.split('\n').flatMap((each) => each.trim() || []);
  } else if (first === 'to') {
    const colon = written.indexOf(':');
    body.to = { [written.slice(0, colon)]: written.slice(colon + 1) };
  } else if (first === 'number') {
    body.number = Number(written);
  } else if (first === 'asks') {
    body.asks = written === 'yes';
  } else if (index === undefined) {
    body[first] = written;
  } else {
    const list = (body[first] ?? []) as unknown[];
    const at = Number(index);
    list[at] = part ? { ...(list[at] as object | undefined), [part]: written } : written;
    body[first] = list;
  }
}

// The standard letter of an answer marks in brackets what only its writer knows.
function inBrackets({ message = '' }: Draft): Faults {
  return /\[[^\]]*\]/.test(message) ? { message: deskWords.t('act.fault.brackets') } : {};
}

function missingLearning(action: ActionName, draft: Draft): Faults {
  const outcome = Outcome.safeParse(draft.outcome);
  if (action !== 'close' || !outcome.success || !foundAgainstUs.has(outcome.data)) return {};
  const { t } = deskWords;
  return {
    ...(!draft.learning?.trim() && { learning: t('act.fault.learning') }),
    ...(!draft['actions.0.what']?.trim() && { 'actions.0.what': t('act.fault.learning') }),
  };
}
