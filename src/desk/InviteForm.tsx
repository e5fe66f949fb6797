import { type Invitation, Invitation as InvitationBody, type IssuedLink } from '../domain/people-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { Field } from './Field.tsx';
import { PostingFields, postingOf } from './PostingFields.tsx';
import { invite } from './people-api.ts';
import { ShortForm } from './ShortForm.tsx';
import { deskWords } from './words.ts';

interface InviteFormProps {
  services: PublicCouncil['services'];
  onSessionEnded: () => void;
  onLink: (link: IssuedLink, name: string) => void;
}

/** Makes a place at the desk for a colleague. */
export function InviteForm({ services, onSessionEnded, onLink }: InviteFormProps) {
  const { t } = deskWords;
  const invitationOf = ({ name = '', email = '' }: Record<string, string>, form: HTMLFormElement): Invitation => ({
    name: name.trim(),
    email: email.trim(),
    ...postingOf(form),
  });
  return (
    <section class="sheet" aria-labelledby="invite-title">
      <h2 id="invite-title">{t('invite.title')}</h2>
      <ShortForm
        send={t('invite.send')}
        sending={t('invite.sending')}
        check={(fields, form) => faultsOf(invitationOf(fields, form))}
        ask={async (fields, form) => {
          const invitation = invitationOf(fields, form);
          const answer = await invite(invitation);
          return 'value' in answer ? { value: { link: answer.value, name: invitation.name } } : answer;
        }}
        onDone={({ link, name }) => onLink(link, name)}
        onSessionEnded={onSessionEnded}
      >
        {(faults) => (
          <>
            <Field
              id="name"
              label={t('invite.name')}
              help={t('invite.nameHelp')}
              autocomplete="off"
              fault={faults.name}
            />
            <Field id="email" label={t('signIn.email')} type="email" autocomplete="off" fault={faults.email} />
            <PostingFields id="invite" services={services} fault={faults.roles} />
          </>
        )}
      </ShortForm>
    </section>
  );
}

function faultsOf(invitation: Invitation): Record<string, string> {
  const { t } = deskWords;
  const parsed = InvitationBody.safeParse(invitation);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  return {
    ...(wrong.has('name') && { name: t('field.missing') }),
    ...(wrong.has('email') && { email: t(invitation.email ? 'field.email' : 'field.missing') }),
    ...(wrong.has('roles') && { roles: t('posting.missing') }),
  };
}
