import { useState } from 'preact/hooks';
import type { IssuedLink, Person } from '../domain/people-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Confirm } from '../ui/Confirm.tsx';
import type { Answer, Trouble as TroubleValue } from './api.ts';
import { PostingFields, postingOf } from './PostingFields.tsx';
import { changePosting, deactivate, issueRecoveryLink, reactivate, resetSecondFactor } from './people-api.ts';
import { ShortForm } from './ShortForm.tsx';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface PersonCardProps {
  person: Person;
  /** Whoever looks at it: nobody gives themselves a role, or needs a link for their own account. */
  isSelf: boolean;
  services: PublicCouncil['services'];
  onChanged: (words: string) => void;
  onLink: (link: IssuedLink, name: string) => void;
  onSessionEnded: () => void;
}

/** A colleague: what they are here, and what can be done about their account. */
export function PersonCard({ person, isSelf, services, onChanged, onLink, onSessionEnded }: PersonCardProps) {
  const { t } = deskWords;
  const { id, name, isActive, hasSecondFactor } = person;
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [openCases, setOpenCases] = useState<string[]>([]);

  const perform = async <Value,>(asked: Promise<Answer<Value>>, done: (value: Value) => void) => {
    setTrouble(undefined);
    const answer = await asked;
    if ('value' in answer) done(answer.value);
    else if (answer.trouble.code === 'sign-in-required') onSessionEnded();
    else setTrouble(answer.trouble);
  };
  const confirm = { no: t('person.no'), failed: t('trouble.unexpected') };

  return (
    <article class={isActive ? 'sheet person' : 'sheet person person-away'} aria-labelledby={`person-${id}`}>
      <h2 id={`person-${id}`}>{name}</h2>
      <PersonFacts person={person} services={services} />
      <Trouble trouble={trouble} />
      {openCases.length > 0 && (
        <p class="notice">{t('person.openCases', { count: openCases.length, references: openCases.join(', ') })}</p>
      )}
      <details>
        <summary>{t('person.change', { name })}</summary>
        {isActive && (
          <ShortForm
            key={`${person.roles.join()} ${person.teams.join()}`}
            send={t('person.save')}
            sending={t('person.saving')}
            check={(_, form) => (postingOf(form).roles.length > 0 ? {} : { roles: t('posting.missing') })}
            ask={(_, form) => changePosting(id, postingOf(form))}
            onDone={() => onChanged(t('person.saved', { name }))}
            onSessionEnded={onSessionEnded}
          >
            {(faults) => <PostingFields {...person} services={services} fault={faults.roles} />}
          </ShortForm>
        )}
        <div class="buttons">
          {isActive && !isSelf && (
            <Confirm
              {...confirm}
              ask={t('person.recover')}
              warnings={[t('person.recoverWarning')]}
              yes={t('person.recoverYes')}
              onYes={() => perform(issueRecoveryLink(id), (link) => onLink(link, name))}
            />
          )}
          {hasSecondFactor && !isSelf && (
            <Confirm
              {...confirm}
              ask={t('person.reset')}
              warnings={[t('person.resetWarning', { name })]}
              yes={t('person.resetYes')}
              onYes={() => perform(resetSecondFactor(id), () => onChanged(t('person.resetDone', { name })))}
            />
          )}
          {isActive && (
            <Confirm
              {...confirm}
              ask={t('person.deactivate')}
              warnings={[t('person.deactivateWarning', { name })]}
              yes={t('person.deactivateYes')}
              onYes={() =>
                perform(deactivate(id), (done) => {
                  setOpenCases(done.openCases);
                  onChanged(t('person.deactivated', { name }));
                })
              }
            />
          )}
          {!isActive && (
            <button
              type="button"
              onClick={() => void perform(reactivate(id), () => onChanged(t('person.reactivated', { name })))}
            >
              {t('person.reactivate')}
            </button>
          )}
        </div>
      </details>
    </article>
  );
}

function PersonFacts({ person, services }: Pick<PersonCardProps, 'person' | 'services'>) {
  const { t } = deskWords;
  const { email, roles, teams, isActive, hasSecondFactor } = person;
  const names = new Map(services.flatMap((service) => service.teams.map((team) => [team.id, team.name] as const)));
  return (
    <>
      <p class="help">{email}</p>
      <p class="tags">
        {!isActive && <span class="tag">{t('person.away')}</span>}
        {roles.map((role) => (
          <span key={role} class="tag">
            {t(`role.${role}`)}
          </span>
        ))}
        <span class="tag">{t(hasSecondFactor ? 'person.hasSecondFactor' : 'person.noSecondFactor')}</span>
      </p>
      {teams.length > 0 && <p class="help">{teams.map((team) => names.get(team) ?? team).join(', ')}</p>}
    </>
  );
}
