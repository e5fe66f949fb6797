import { useState } from 'preact/hooks';
import type { ActionName } from '../domain/case-actions.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Route } from '../domain/routes.ts';
import { ActFieldInput } from './ActFieldInput.tsx';
import { ActionForm } from './ActionForm.tsx';
import { bodyOf, type Faults, faultsOf } from './act-body.ts';
import { type ActField, fieldsOfAction } from './act-fields.ts';
import { standardLetter } from './act-letters.ts';
import { withField } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import { LetterField } from './LetterField.tsx';
import { RouteChoice } from './RouteChoice.tsx';
import { registerOf } from './standard-letters.ts';
import type { Acting, ActingNeeds } from './use-acting.ts';
import { useAssignees } from './use-assignees.ts';
import { useDraft } from './use-draft.ts';
import { deskWords } from './words.ts';

interface ActProps extends Pick<ActingNeeds, 'it'>, Pick<Acting, 'place' | 'perform'> {
  action: ActionName;
  council: PublicCouncil;
}

/** One thing to do with a case, whatever it is: its fields, its letter where there is one, one button. */
export function Act({ it, action, council, place, perform }: ActProps) {
  const { t } = deskWords;
  const [draft, setDraft] = useDraft(place(action));
  const [faults, setFaults] = useState<Faults>({});
  const [learningRows, setLearningRows] = useState(rowsIn(draft));
  const staff = useAssignees(action === 'assign');
  const fields = fieldsOfAction(action, { it, services: council.services, staff, learningRows, day: draft.on });
  const standard = standardLetter(action, it, draft, council.complaintsTeam.phones[0] ?? '');
  const hasLetter = fields.some(({ as }) => as === 'letter');
  const idOf = ({ name }: ActField) => `${action}-${name.replaceAll('.', '-')}`;

  const send = async (form: HTMLFormElement) => {
    // The standard letter goes as it stands while nothing else was written.
    const whole = { ...suggestedIn(fields), ...(hasLetter && { message: standard }), ...draft };
    const made = bodyOf(action, it, fields, whole);
    setFaults('faults' in made ? made.faults : {});
    if ('faults' in made) return focusFirstFault(form);
    const tells = 'message' in made.body && made.body.message !== undefined;
    const trouble = await perform(made.body, t(tells ? 'act.sentLetter' : 'act.sent'));
    if (trouble?.errors) {
      setFaults(faultsOf(trouble.errors, fields, whole));
      focusFirstFault(form);
    }
  };

  const keep = (name: string, text: string | undefined) => setDraft(withField(draft, name, text || undefined));

  return (
    <ActionForm
      id={`${action}-title`}
      title={t(`act.title.${action}`)}
      send={sendWords(action)}
      sending={t('acceptSafety.sending')}
      onSend={send}
    >
      {action === 'accept-safety' && <p class="help">{t('acceptSafety.help')}</p>}
      {fields.map((field) => {
        if (field.as === 'letter') {
          return (
            <LetterField
              key={field.name}
              id={idOf(field)}
              written={draft.message}
              standard={standard}
              help={letterHelp(field, registerOf(it) === 'younger')}
              fault={faults.message}
              onWritten={(text) => setDraft(withField(draft, 'message', text))}
            />
          );
        }
        if (field.as === 'route') {
          return (
            <RouteChoice
              key={field.name}
              it={it}
              chosen={Route.safeParse(draft.route).data}
              fault={faults.route}
              onChoose={(route) => keep('route', route)}
            />
          );
        }
        return (
          <ActFieldInput
            key={field.name}
            field={field}
            id={idOf(field)}
            written={draft[field.name] ?? field.suggested ?? ''}
            fault={faults[field.name]}
            onWritten={(text) => keep(field.name, text)}
          />
        );
      })}
      {action === 'close' && it.kind === 'complaint' && (
        <button type="button" class="quiet" onClick={() => setLearningRows(learningRows + 1)}>
          {t('act.moreLearning')}
        </button>
      )}
    </ActionForm>
  );
}

function suggestedIn(fields: readonly ActField[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap(({ name, suggested }) => (suggested ? [[name, suggested]] : [])));
}

function sendWords(action: ActionName): string {
  const { t } = deskWords;
  if (action === 'accept-safety') return t('acceptSafety.send');
  if (action === 'pass-on') return t('passOn.send');
  return t('act.send', { what: t(`act.title.${action}`) });
}

function letterHelp({ isOptional }: ActField, isYounger: boolean): string {
  const { t } = deskWords;
  if (isOptional) return t('letter.optionalHelp');
  return t(isYounger ? 'letter.helpYounger' : 'letter.help');
}

function rowsIn(draft: Record<string, string>): number {
  const indexes = Object.keys(draft).map((name) => Number(/^actions\.(\d+)\./.exec(name)?.[1] ?? 0));
  return Math.max(0, ...indexes) + 1;
}
