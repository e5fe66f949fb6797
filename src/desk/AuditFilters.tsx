import type { TargetedSubmitEvent } from 'preact';
import { type AuditNarrowing, auditVerbs, operatorId } from '../domain/audit.ts';
import { actionNames } from '../domain/case-actions.ts';
import type { Person } from '../domain/people-api.ts';
import { verbOf, verbWords } from './audit-words.ts';
import { fieldsOf } from './fields-of.ts';
import { deskWords } from './words.ts';

interface AuditFiltersProps {
  people: readonly Person[];
  onNarrow: (narrowing: AuditNarrowing) => void;
}

/** Whose acts, which of them, about which case and of which day. */
export function AuditFilters({ people, onNarrow }: AuditFiltersProps) {
  const { t } = deskWords;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { staff, verb, case: reference = '', day } = fieldsOf(event.currentTarget);
    onNarrow({ staff, verb, case: reference.trim(), day });
  };
  return (
    <details class="sheet">
      <summary>{t('find.narrow')}</summary>
      <form class="audit-filters" onSubmit={submit} onReset={() => onNarrow({})}>
        <label>
          <span>{t('audit.who')}</span>
          <select name="staff">
            <option value="">{t('audit.everybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={operatorId}>{t('audit.operator')}</option>
          </select>
        </label>
        <label>
          <span>{t('audit.what')}</span>
          <select name="verb">
            <option value="">{t('audit.everything')}</option>
            <Choices label={t('audit.ofAccounts')} verbs={auditVerbs} />
            <Choices label={t('audit.ofCases')} verbs={actionNames.map(verbOf)} />
          </select>
        </label>
        <label>
          <span>{t('audit.case')}</span>
          <input name="case" autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={20} />
        </label>
        <label>
          <span>{t('audit.day')}</span>
          <input type="date" name="day" />
        </label>
        <div class="buttons">
          <button type="submit">{t('audit.show')}</button>
          <button type="reset" class="quiet">
            {t('audit.all')}
          </button>
        </div>
      </form>
    </details>
  );
}

function Choices({ label, verbs }: { label: string; verbs: readonly string[] }) {
  return (
    <optgroup label={label}>
      {verbs.map((verb) => (
        <option key={verb} value={verb}>
          {verbWords(verb)}
        </option>
      ))}
    </optgroup>
  );
}
