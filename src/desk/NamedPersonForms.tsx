import { useState } from 'preact/hooks';
import type { CaseDetail, NamedHere } from '../domain/desk-api.ts';
import { ActFieldInput } from './ActFieldInput.tsx';
import { ActionForm } from './ActionForm.tsx';
import { withField } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import type { Acting } from './use-acting.ts';
import { useDraft } from './use-draft.ts';
import { deskWords } from './words.ts';

interface FormProps {
  it: CaseDetail;
  named: NamedHere;
  acting: Acting;
}

/** Those of the staff whose name it is; a name may be for two, and who has one like it stands first. */
export function WhoseNameForm({ it, named, acting, staff }: FormProps & { staff: { id: string; name: string }[] }) {
  const { t } = deskWords;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [other, setOther] = useState('');
  const [fault, setFault] = useState<string>();
  const id = `whose-${it.named.indexOf(named)}`;
  const others = staff.filter((each) => !named.similar.some((like) => like.id === each.id));

  const send = async (form: HTMLFormElement) => {
    const chosen = [...ticked, ...(other ? [other] : [])];
    setFault(chosen.length === 0 ? t('act.fault.choose') : undefined);
    if (chosen.length === 0) return focusFirstFault(form);
    const { said } = named;
    await acting.perform({ action: 'match-named-person', said, staff: chosen, revision: it.revision }, t('act.sent'));
  };
  const tick = (staffId: string, isOn: boolean) => {
    const rest = [...ticked].filter((each) => each !== staffId);
    setTicked(new Set(isOn ? [...rest, staffId] : rest));
  };

  return (
    <ActionForm
      id={`${id}-title`}
      title={t('named.whose')}
      send={t('named.record')}
      sending={t('acceptSafety.sending')}
      onSend={send}
    >
      {named.similar.length > 0 && (
        <fieldset class="choice-field">
          <legend>{t('named.similar')}</legend>
          {named.similar.map((each) => (
            <label key={each.id} class="choice-label">
              <input
                type="checkbox"
                checked={ticked.has(each.id)}
                aria-invalid={fault ? true : undefined}
                onChange={({ currentTarget: { checked } }) => tick(each.id, checked)}
              />
              {each.name}
            </label>
          ))}
        </fieldset>
      )}
      <ActFieldInput
        field={{
          name: 'staff',
          label: t(named.similar.length > 0 ? 'named.other' : 'named.colleague'),
          as: others.map(({ id: value, name }) => ({ value, label: name })),
        }}
        asList
        id={`${id}-other`}
        written={other}
        fault={fault}
        onWritten={setOther}
      />
    </ActionForm>
  );
}

/** It is nobody who works here, and how the officer knows. */
export function NotStaffForm({ it, named, acting }: FormProps) {
  const { t } = deskWords;
  const [draft, setDraft] = useDraft(acting.place('named-person-not-staff'));
  const [fault, setFault] = useState<string>();
  const id = `nobody-${it.named.indexOf(named)}`;
  const reason = draft[named.said] ?? '';

  const send = async (form: HTMLFormElement) => {
    const isMissing = reason.trim() === '';
    setFault(isMissing ? t('acceptSafety.missing') : undefined);
    if (isMissing) return focusFirstFault(form);
    const { said } = named;
    await acting.perform({ action: 'named-person-not-staff', said, reason, revision: it.revision }, t('act.sent'));
  };

  return (
    <ActionForm
      id={`${id}-title`}
      title={t('act.title.named-person-not-staff')}
      send={t('named.recordNobody')}
      sending={t('acceptSafety.sending')}
      onSend={send}
    >
      <ActFieldInput
        field={{ name: 'reason', label: t('named.howKnown'), as: 'words' }}
        id={`${id}-reason`}
        written={reason}
        fault={fault}
        onWritten={(text) => setDraft(withField(draft, named.said, text || undefined))}
      />
    </ActionForm>
  );
}
