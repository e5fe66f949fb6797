import { useState } from 'preact/hooks';
import { Message } from '../domain/api.ts';
import type { ActionOf } from '../domain/case-actions.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import { Channel } from '../domain/recording.ts';
import { Route } from '../domain/routes.ts';
import { ActFieldInput } from './ActFieldInput.tsx';
import { ActionForm } from './ActionForm.tsx';
import { dayField, toldField } from './day-fields.ts';
import { type DraftPlace, withField } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import { LetterField } from './LetterField.tsx';
import { RouteChoice } from './RouteChoice.tsx';
import { acknowledgementLetter, letterDate, promisedDate, registerOf } from './standard-letters.ts';
import { useDraft } from './use-draft.ts';
import { deskWords } from './words.ts';

interface AcknowledgeProps {
  it: CaseDetail;
  place: DraftPlace;
  /** The number a person may ring, for the letter. */
  phone: string;
  onSend: (body: ActionOf<'acknowledge'>) => Promise<unknown>;
}

/** "We have it": the letter, and for a complaint the route it takes. */
export function Acknowledge({ it, place, phone, onSend }: AcknowledgeProps) {
  const { t } = deskWords;
  const [draft, setDraft] = useDraft(place);
  const { message } = draft;
  const route = Route.safeParse(draft.route).data;
  // What came by letter may have been acknowledged by letter, before anybody wrote it down here.
  const asksHow = it.recorded ? toldField(it, draft.on) : [];
  const told = Channel.safeParse(draft.told).data;
  const [faults, setFaults] = useState<{ route?: string; letter?: string; told?: string }>({});
  const standard = acknowledgementLetter(it, route, phone);
  // A complaint whose route was set before is acknowledged on that one.
  const needsRoute = it.kind === 'complaint' && it.route === null;

  const send = (form: HTMLFormElement) => {
    const words = message ?? standard;
    const letter = letterFault(words);
    const found = {
      ...(needsRoute && !route && { route: t('acknowledge.routeMissing') }),
      ...(letter && { letter }),
      ...(asksHow.length > 0 && !told && { told: t('act.fault.choose') }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return Promise.resolve(focusFirstFault(form));
    return onSend({
      action: 'acknowledge',
      message: words,
      ...(needsRoute && route && { route }),
      ...(it.recorded && draft.on && { on: draft.on }),
      ...(asksHow.length > 0 && told && { told }),
      revision: it.revision,
    });
  };

  return (
    <ActionForm
      title={t('acknowledge.title')}
      send={t('acknowledge.send')}
      sending={t('acknowledge.sending')}
      onSend={send}
    >
      {needsRoute && (
        <RouteChoice
          it={it}
          chosen={route}
          fault={faults.route}
          onChoose={(chosen) => {
            setDraft(withField(draft, 'route', chosen));
            setFaults(({ letter }) => (letter ? { letter } : {}));
          }}
        />
      )}
      <LetterField
        id="acknowledgement-letter"
        written={message}
        standard={standard}
        help={t(registerOf(it) === 'younger' ? 'letter.helpYounger' : 'letter.help')}
        fault={faults.letter}
        warning={message !== undefined && missingDate(it, route, message)}
        onWritten={(words) => setDraft(withField(draft, 'message', words))}
      />
      {it.recorded && (
        <ActFieldInput
          field={dayField(it)}
          id="acknowledged-on"
          written={draft.on ?? ''}
          fault={undefined}
          onWritten={(day) => setDraft(withField(draft, 'on', day || undefined))}
        />
      )}
      {asksHow.map((field) => (
        <ActFieldInput
          key={field.name}
          field={field}
          id="acknowledged-told"
          written={draft.told ?? ''}
          fault={faults.told}
          onWritten={(how) => setDraft(withField(draft, 'told', how))}
        />
      ))}
    </ActionForm>
  );
}

function letterFault(words: string): string | undefined {
  const { t } = deskWords;
  if (Message.safeParse(words).success) return undefined;
  return words.trim() === '' ? t('letter.empty') : t('letter.long');
}

// A letter that was changed by hand does not follow when the route, and with it the date, changes.
function missingDate(it: CaseDetail, route: Parameters<typeof promisedDate>[1], words: string): string | undefined {
  const by = promisedDate(it, route);
  if (!by || by < it.asOf) return undefined;
  const date = letterDate(it, by);
  const withoutWeekday = date.slice(date.indexOf(' ') + 1);
  return words.includes(withoutWeekday) ? undefined : deskWords.t('letter.dateMissing', { date });
}
