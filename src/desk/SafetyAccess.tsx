import { useState } from 'preact/hooks';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { Officer } from '../domain/staff.ts';
import { ActFieldInput } from './ActFieldInput.tsx';
import { ActionForm } from './ActionForm.tsx';
import { shortInstant } from './dates.ts';
import { withField } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import { keptFrom } from './kept-from.ts';
import type { Acting } from './use-acting.ts';
import { useDraft } from './use-draft.ts';
import { deskWords } from './words.ts';

interface SafetyAccessProps {
  it: CaseDetail;
  acting: Acting;
  officer: Officer;
}

/** Letting a colleague in from whom it is kept: for somebody's safety, by two people, for a few hours. */
export function SafetyAccess({ it, acting, officer }: SafetyAccessProps) {
  const { t } = deskWords;
  const { asked, open } = it.safetyAccess;
  const mayAsk = it.allowed.includes('ask-safety-access');
  return (
    <>
      {open.map(({ staff, until }) => (
        <p key={staff.id} class="named-open">
          {t(staff.id === officer.id ? 'safetyAccess.you' : 'safetyAccess.open', {
            name: staff.name,
            when: shortInstant(until, it.asOf),
          })}
        </p>
      ))}
      {asked && (
        <div class="named-asked">
          <p>
            {t('safetyAccess.asked', {
              by: asked.by,
              name: asked.staff.name,
              when: shortInstant(asked.at, it.asOf),
            })}
          </p>
          <p class="typed">{asked.reason}</p>
          {asked.askedBy === officer.id && <p class="help">{t('safetyAccess.waits')}</p>}
          {asked.askedBy !== officer.id && it.allowed.includes('agree-safety-access') && (
            <ActionForm
              id="agree-title"
              title={t('act.title.agree-safety-access')}
              send={t('safetyAccess.agree')}
              sending={t('acceptSafety.sending')}
              onSend={() => acting.perform({ action: 'agree-safety-access', revision: it.revision }, t('act.sent'))}
            >
              <p class="help">{t('safetyAccess.agreeHelp')}</p>
            </ActionForm>
          )}
        </div>
      )}
      {mayAsk && !asked && <Ask it={it} acting={acting} />}
    </>
  );
}

function Ask({ it, acting }: Pick<SafetyAccessProps, 'it' | 'acting'>) {
  const { t } = deskWords;
  const [draft, setDraft] = useDraft(acting.place('ask-safety-access'));
  const [staff, setStaff] = useState('');
  const [faults, setFaults] = useState<{ staff?: string; reason?: string }>({});
  const kept = keptFrom(it);
  if (kept.length === 0) return null;
  const { reason = '' } = draft;

  const send = async (form: HTMLFormElement) => {
    const found = {
      ...(!staff && { staff: t('act.fault.choose') }),
      ...(reason.trim() === '' && { reason: t('acceptSafety.missing') }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form);
    await acting.perform({ action: 'ask-safety-access', staff, reason, revision: it.revision }, t('act.sent'));
  };

  return (
    <details class="named-say">
      <summary>{t('safetyAccess.say')}</summary>
      <ActionForm
        id="ask-title"
        title={t('act.title.ask-safety-access')}
        send={t('safetyAccess.ask')}
        sending={t('acceptSafety.sending')}
        onSend={send}
      >
        <p class="help">{t('safetyAccess.help')}</p>
        <ActFieldInput
          field={{
            name: 'staff',
            label: t('safetyAccess.whom'),
            as: kept.map(({ id, name }) => ({ value: id, label: name })),
          }}
          id="ask-staff"
          written={staff}
          fault={faults.staff}
          onWritten={setStaff}
        />
        <ActFieldInput
          field={{ name: 'reason', label: t('safetyAccess.why'), as: 'words' }}
          id="ask-reason"
          written={reason}
          fault={faults.reason}
          onWritten={(text) => setDraft(withField(draft, 'reason', text || undefined))}
        />
      </ActionForm>
    </details>
  );
}
