import { useEffect, useState } from 'preact/hooks';
import type { MailState } from '../domain/mail-api.ts';
import type { IssuedLink, OpenLink, People } from '../domain/people-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { getCouncil, type Trouble as TroubleValue } from './api.ts';
import { shortInstant } from './dates.ts';
import type { PageProps } from './Inside.tsx';
import { InviteForm } from './InviteForm.tsx';
import { LinkOnce } from './LinkOnce.tsx';
import { isMailTrouble, MailSheet } from './MailSheet.tsx';
import { PersonCard } from './PersonCard.tsx';
import { endLink, getMailState, listPeople } from './people-api.ts';
import { Reading } from './Reading.tsx';
import { deskWords } from './words.ts';

/** Who works at this desk, for who looks after accounts. */
export function PeoplePage({ officer, onSessionEnded, onSay }: PageProps) {
  const { t } = deskWords;
  const [all, setAll] = useState<People>();
  const [mail, setMail] = useState<MailState>();
  const [services, setServices] = useState<PublicCouncil['services']>([]);
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [issued, setIssued] = useState<{ link: IssuedLink; name: string }>();

  const fail = (found: TroubleValue) => {
    if (found.code === 'sign-in-required') onSessionEnded();
    else setTrouble(found);
  };
  const read = async () => {
    const [people, council, mailState] = await Promise.all([listPeople(), getCouncil(), getMailState()]);
    if ('trouble' in people) return fail(people.trouble);
    if ('trouble' in council) return fail(council.trouble);
    if ('trouble' in mailState) return fail(mailState.trouble);
    setMail(mailState.value);
    setServices(council.value.services);
    setAll(people.value);
    setTrouble(undefined);
  };
  useEffect(() => {
    void read();
    // Somebody may have used their link meanwhile.
    const comeBack = () => {
      if (document.visibilityState === 'visible') void read();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, []);
  const changed = (words: string) => {
    onSay(words);
    void read();
  };
  const showLink = (link: IssuedLink, name: string) => {
    setIssued({ link, name });
    void read();
  };
  const end = async ({ id }: OpenLink) => {
    const answer = await endLink(id);
    if ('trouble' in answer && answer.trouble.code !== 'not-found') return fail(answer.trouble);
    // Shown still, it would open nothing.
    if (issued?.link.id === id) setIssued(undefined);
    changed(t('links.ended'));
  };

  return (
    <>
      <Reading trouble={trouble} isThere={all !== undefined} onAgain={() => void read()} />
      {all && (
        <>
          {mail && isMailTrouble(mail) && <MailSheet state={mail} />}
          {issued && <LinkOnce key={issued.link.id} {...issued} onDone={() => setIssued(undefined)} onSay={onSay} />}
          {all.seenByNobody > 0 && (
            <p class="sheet" role="note">
              {t('people.seenByNobody', { count: all.seenByNobody })}
            </p>
          )}
          <ul class="people">
            {all.people.map((person) => (
              <li key={person.id}>
                <PersonCard
                  person={person}
                  isSelf={person.id === officer.id}
                  services={services}
                  onChanged={changed}
                  onLink={showLink}
                  onSessionEnded={onSessionEnded}
                />
              </li>
            ))}
          </ul>
          {all.links.length > 0 && (
            <section class="sheet" aria-labelledby="links-title">
              <h2 id="links-title">{t('links.title')}</h2>
              <ul class="lines">
                {all.links.map((link) => (
                  <li key={link.id} class="line">
                    <span>
                      {t(`links.${link.kind}`, { name: link.name, email: link.email })}
                      <span class="help">
                        {t('links.until', { when: shortInstant(link.expiresAt, new Date().toISOString()) })}
                      </span>
                    </span>
                    <button type="button" class="quiet" onClick={() => void end(link)}>
                      {t('links.end', { name: link.name })}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <InviteForm services={services} onSessionEnded={onSessionEnded} onLink={showLink} />
          {mail && !isMailTrouble(mail) && <MailSheet state={mail} />}
        </>
      )}
    </>
  );
}
