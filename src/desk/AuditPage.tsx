import { useEffect, useState } from 'preact/hooks';
import type { AuditNarrowing, ListedAuditEntry } from '../domain/audit.ts';
import type { Person } from '../domain/people-api.ts';
import { AuditFilters } from './AuditFilters.tsx';
import type { Trouble as TroubleValue } from './api.ts';
import { exportAddress, readAudit } from './audit-api.ts';
import { factWords, verbWords, whoWords } from './audit-words.ts';
import { shortInstant } from './dates.ts';
import type { PageProps } from './Inside.tsx';
import { listPeople } from './people-api.ts';
import { Reading } from './Reading.tsx';
import { deskWords } from './words.ts';

interface Shown {
  entries: ListedAuditEntry[];
  next: number | null;
}

/** What staff did and saw, for who looks after accounts. */
export function AuditPage({ onSessionEnded, onSay }: PageProps) {
  const { t } = deskWords;
  const [people, setPeople] = useState<Person[]>([]);
  const [narrowing, setNarrowing] = useState<AuditNarrowing>({});
  const [shown, setShown] = useState<Shown>();
  const [trouble, setTrouble] = useState<TroubleValue>();

  const fail = (found: TroubleValue) => {
    if (found.code === 'sign-in-required') onSessionEnded();
    else setTrouble(found);
  };
  const read = async (wanted: AuditNarrowing, after?: Shown) => {
    const answer = await readAudit(wanted, after?.next ?? undefined);
    if ('trouble' in answer) return fail(answer.trouble);
    const entries = [...(after?.entries ?? []), ...answer.value.entries];
    setTrouble(undefined);
    setShown({ entries, next: answer.value.next });
    return entries.length;
  };
  useEffect(() => {
    void listPeople().then((answer) => {
      if ('value' in answer) setPeople(answer.value.people);
      else fail(answer.trouble);
    });
    void read({});
  }, []);
  const narrow = async (wanted: AuditNarrowing) => {
    setNarrowing(wanted);
    const count = await read(wanted);
    if (count !== undefined) onSay(t('audit.shown', { count }));
  };
  const names = new Map(people.map(({ id, name }) => [id, name]));

  return (
    <>
      <p class="help">{t('audit.help')}</p>
      <AuditFilters people={people} onNarrow={narrow} />
      <Reading trouble={trouble} isThere={shown !== undefined} onAgain={() => void read(narrowing)} />
      {shown?.entries.length === 0 && <p class="sheet">{t('audit.none')}</p>}
      {shown && shown.entries.length > 0 && (
        <ol class="sheet acts" aria-label={t('places.audit')}>
          {shown.entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} nameOf={(id) => names.get(id)} />
          ))}
        </ol>
      )}
      {shown?.next != null && (
        <button type="button" onClick={() => void read(narrowing, shown)}>
          {t('audit.older')}
        </button>
      )}
      <section class="sheet">
        <p class="help">{t('audit.exportHelp')}</p>
        <a class="way" href={exportAddress} download>
          {t('audit.export')}
        </a>
      </section>
    </>
  );
}

function Entry({ entry, nameOf }: { entry: ListedAuditEntry; nameOf: (id: string) => string | undefined }) {
  const { t } = deskWords;
  const { seq, at, verb, reference, details } = entry;
  const facts = factWords(details, nameOf);
  return (
    <li class="entry">
      <p class="entry-what">
        {verbWords(verb)}
        {reference && <b>{t('audit.onCase', { reference })}</b>}
      </p>
      <p class="help">
        <span>{whoWords(entry)}</span>
        <time dateTime={at}>{shortInstant(at, new Date().toISOString())}</time>
        <span>{t('audit.entry', { seq })}</span>
      </p>
      {facts.length > 0 && (
        <p class="help">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      )}
    </li>
  );
}
