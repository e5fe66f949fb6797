import type { CaseDetail, NamedHere } from '../domain/desk-api.ts';
import type { Officer } from '../domain/staff.ts';
import { shortInstant } from './dates.ts';
import { NotStaffForm, WhoseNameForm } from './NamedPersonForms.tsx';
import { SafetyAccess } from './SafetyAccess.tsx';
import { Trouble } from './Trouble.tsx';
import { type Acting, type ActingNeeds, useActing } from './use-acting.ts';
import { useAssignees } from './use-assignees.ts';
import { deskWords } from './words.ts';

/** Who must not handle it, by the names that were given: from whom it is kept now, and saying whose a name is. */
export function NamedPeople({ officer, ...needs }: ActingNeeds & { officer: Officer }) {
  const { t } = deskWords;
  const { it } = needs;
  const acting = useActing(needs);
  const mayMatch = it.allowed.includes('match-named-person');
  const staff = useAssignees(it.named.length > 0 && mayMatch);
  if (it.named.length === 0) return null;
  return (
    <section class="named" aria-labelledby="named-title">
      <h3 id="named-title">{t('named.title', { count: it.named.length })}</h3>
      <Trouble trouble={acting.trouble} />
      <ul class="named-list">
        {it.named.map((each) => (
          <li key={each.said}>
            <p>
              <bdi class="named-said">{each.said}</bdi>{' '}
              <span class={each.state === 'unmatched' ? 'tag tag-unread' : 'tag'}>
                {t(`named.state.${each.state}`)}
              </span>
            </p>
            <p class="help">{standing(each, it)}</p>
            {each.reason && <p class="typed">{each.reason}</p>}
            {mayMatch && <SayWho it={it} named={each} acting={acting} staff={staff} />}
          </li>
        ))}
      </ul>
      <SafetyAccess it={it} acting={acting} officer={officer} />
    </section>
  );
}

function standing({ state, staff, similar, by = '', at }: NamedHere, { asOf }: CaseDetail): string {
  const { t } = deskWords;
  const when = at ? shortInstant(at, asOf) : '';
  const names = (state === 'matched' ? staff : similar).map(({ name }) => name).join(', ');
  if (state === 'unmatched') return names ? t('named.keptForNow', { names }) : t('named.keptFromNobody');
  return state === 'matched' ? t('named.matched', { names, by, when }) : t('named.notStaff', { by, when });
}

interface SayWhoProps {
  it: CaseDetail;
  named: NamedHere;
  acting: Acting;
  staff: { id: string; name: string }[];
}

function SayWho({ it, named, acting, staff }: SayWhoProps) {
  const { t } = deskWords;
  return (
    // Shut again once it is said.
    <div key={it.revision}>
      <details class="named-say">
        <summary>{t(named.state === 'unmatched' ? 'named.say' : 'named.sayAgain')}</summary>
        <WhoseNameForm it={it} named={named} acting={acting} staff={staff} />
      </details>
      {named.state !== 'not-staff' && (
        <details class="named-say">
          <summary>{t('named.sayNobody')}</summary>
          <NotStaffForm it={it} named={named} acting={acting} />
        </details>
      )}
    </div>
  );
}
