import type { PublicCouncil } from '../domain/public-council.ts';
import { Role } from '../domain/staff.ts';
import { GroupFrame } from '../ui/FieldFrame.tsx';
import { deskWords } from './words.ts';

interface PostingFieldsProps {
  /** Set before the fields' ids: there may be several on a page. */
  id: string;
  services: PublicCouncil['services'];
  roles?: readonly Role[];
  teams?: readonly string[];
  fault: string | undefined;
}

/** What somebody is at the desk: one role or several, and the teams whose cases a manager sees. */
export function PostingFields({ id, services, roles = [], teams = [], fault }: PostingFieldsProps) {
  const { t } = deskWords;
  return (
    <>
      <GroupFrame id={id} class="ticks" label={t('posting.roles')} fault={fault}>
        {(invalid) =>
          Role.options.map((role) => (
            <label key={role} class="tick">
              <input
                type="checkbox"
                name="roles"
                value={role}
                defaultChecked={roles.includes(role)}
                aria-invalid={invalid}
              />
              <span>
                {t(`role.${role}`)}
                <span class="help">{t(`role.${role}Help`)}</span>
              </span>
            </label>
          ))
        }
      </GroupFrame>
      <details class="teams" open={teams.length > 0}>
        <summary>{t('posting.teams')}</summary>
        {services.map((service) => (
          <fieldset key={service.id} class="ticks">
            <legend>{service.name}</legend>
            {service.teams.map((team) => (
              <label key={team.id} class="tick">
                <input type="checkbox" name="teams" value={team.id} defaultChecked={teams.includes(team.id)} />
                <span>{team.name}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </details>
    </>
  );
}

/** What is ticked in a form. */
export function postingOf(form: HTMLFormElement): { roles: Role[]; teams: string[] } {
  const data = new FormData(form);
  const ticked = new Set(data.getAll('roles'));
  return {
    roles: Role.options.filter((role) => ticked.has(role)),
    teams: data.getAll('teams').filter((team) => typeof team === 'string'),
  };
}
