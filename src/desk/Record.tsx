import { useEffect, useState } from 'preact/hooks';
import type { CaseDetail } from '../domain/desk-api.ts';
import { followLink } from '../domain/follow-link.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { getCouncil, recordFeedback, type Trouble as TroubleValue } from './api.ts';
import { BackLink } from './BackLink.tsx';
import { addressOf, noCase } from './chosen-case.ts';
import { dropDraft, readDraft, recordingPlace, writeDraft } from './drafts.ts';
import { focusFirstFault } from './fields-of.ts';
import { type Fault, type Hearing, hearingOf, holdsWords, newHearing, recordingOf } from './hearing.ts';
import { RecordFields } from './RecordFields.tsx';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface RecordProps {
  /** Whose draft it is until it is recorded. */
  owner: string;
  /** The date in England, by the server's clock. */
  today: string;
  onRecorded: () => void;
  onSessionEnded: () => void;
}

/** Feedback that reached staff in person, by phone, letter or e-mail. A thank you takes six fields. */
export function Record({ owner, today, onRecorded, onSessionEnded }: RecordProps) {
  const { t } = deskWords;
  const place = recordingPlace(owner);
  const [hearing, setHearing] = useState(() => hearingOf(readDraft(place), today));
  const [council, setCouncil] = useState<PublicCouncil>();
  const [faults, setFaults] = useState<Fault[]>([]);
  const [trouble, setTrouble] = useState<TroubleValue>();
  const [isSending, setIsSending] = useState(false);
  // Null is what is recorded and for somebody else to open.
  const [recorded, setRecorded] = useState<CaseDetail | null>();
  const title = useFocus<HTMLHeadingElement>([recorded]);
  useEffect(() => {
    void getCouncil().then((answer) => ('value' in answer ? setCouncil(answer.value) : setTrouble(answer.trouble)));
  }, []);

  const change = (next: Hearing) => {
    setHearing(next);
    if (holdsWords(next)) writeDraft(place, { ...next });
    else dropDraft(place);
  };
  const startAgain = () => {
    dropDraft(place);
    setHearing(newHearing(today));
    setFaults([]);
    title.current?.focus();
  };

  const send = async (form: HTMLFormElement) => {
    const made = recordingOf(hearing, today);
    setFaults('faults' in made ? made.faults : []);
    if ('faults' in made) return focusFirstFault(form);
    if (isSending) return;
    setIsSending(true);
    setTrouble(undefined);
    const answer = await recordFeedback(made.recording);
    setIsSending(false);
    if ('value' in answer) {
      dropDraft(place);
      setRecorded(answer.value);
      onRecorded();
    } else if (answer.trouble.code === 'sign-in-required') onSessionEnded();
    else setTrouble(answer.trouble);
  };

  if (recorded !== undefined) {
    const again = () => {
      setHearing(newHearing(today));
      setRecorded(undefined);
    };
    return (
      <article class="case" aria-labelledby="record-title">
        <h2 id="record-title" tabIndex={-1} ref={title}>
          {recorded ? t('record.done', { reference: recorded.reference }) : t('record.sent')}
        </h2>
        {!recorded && <p>{t('record.forSomebodyElse')}</p>}
        <p>{t('record.doneText')}</p>
        <FieldFrame id="record-link" label={t('record.link')}>
          {(described) => (
            <input {...described} type="text" readOnly value={followLink(location.origin, hearing.followKey)} />
          )}
        </FieldFrame>
        <div class="buttons">
          {recorded && (
            <a class="back" href={addressOf(recorded.id)}>
              {t('record.openCase')}
            </a>
          )}
          <button type="button" onClick={again}>
            {t('record.another')}
          </button>
        </div>
      </article>
    );
  }
  return (
    <>
      <BackLink to={noCase} words={t('case.back')} />
      <form
        class="action"
        aria-labelledby="record-title"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <h2 id="record-title" tabIndex={-1} ref={title}>
          {t('record.title')}
        </h2>
        <Trouble trouble={trouble} />
        <RecordFields
          hearing={hearing}
          faults={faults}
          services={council?.services ?? []}
          today={today}
          onChange={(part) => change({ ...hearing, ...part })}
        />
        <button type="submit" class="way" aria-disabled={isSending}>
          {t(isSending ? 'record.sending' : 'record.send')}
        </button>
        {holdsWords(hearing) && (
          <button type="button" class="quiet" onClick={startAgain}>
            {t('record.startAgain')}
          </button>
        )}
      </form>
    </>
  );
}
