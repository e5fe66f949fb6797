import { useEffect, useState } from 'preact/hooks';
import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail } from '../domain/desk-api.ts';
import type { PublicCouncil } from '../domain/public-council.ts';
import type { Officer } from '../domain/staff.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { Actions } from './Actions.tsx';
import { Asks } from './Asks.tsx';
import { type AnswerPlace, answerRows } from './answer-rows.ts';
import { getCase, getCouncil, type Trouble as TroubleValue } from './api.ts';
import { BackLink } from './BackLink.tsx';
import { copyAddressOf, noCase } from './chosen-case.ts';
import { shortDate } from './dates.ts';
import { GivenTo } from './GivenTo.tsx';
import { History } from './History.tsx';
import { Learning } from './Learning.tsx';
import { Letters } from './Letters.tsx';
import { NamedPeople } from './NamedPeople.tsx';
import { Reading } from './Reading.tsx';
import { Safety } from './Safety.tsx';
import { Said } from './Said.tsx';
import { Steps } from './Steps.tsx';
import { ThingsNow } from './ThingsNow.tsx';
import type { ActingNeeds } from './use-acting.ts';
import { WayBack } from './WayBack.tsx';
import { deskWords } from './words.ts';

interface CasePaneProps {
  id: string;
  officer: Officer;
  onSessionEnded: () => void;
  /** It is before the officer's eyes. */
  onRead: () => void;
  /** The case is no longer what the list says of it. */
  onChanged: () => void;
  onSay: (words: string) => void;
}

/** One case, as it stands now. */
export function CasePane({ id, officer, onSessionEnded, onRead, onChanged, onSay }: CasePaneProps) {
  const { t } = deskWords;
  const [it, setIt] = useState<CaseDetail>();
  const [council, setCouncil] = useState<PublicCouncil>();
  const [trouble, setTrouble] = useState<TroubleValue>();

  const read = async () => {
    const [found, asked] = await Promise.all([getCase(id), getCouncil()]);
    if ('trouble' in found && found.trouble.code === 'sign-in-required') return onSessionEnded();
    if ('trouble' in found) return setTrouble(found.trouble);
    if ('trouble' in asked) return setTrouble(asked.trouble);
    setCouncil(asked.value);
    setIt(found.value);
    setTrouble(undefined);
    onRead();
  };
  useEffect(() => {
    void read();
  }, [id]);

  const acting = (shown: CaseDetail): ActingNeeds => ({
    it: shown,
    owner: officer.email,
    onChanged: (changed) => {
      setIt(changed);
      onChanged();
    },
    onStale: async () => {
      onChanged();
      await read();
    },
    onSessionEnded,
    onSay,
  });

  return (
    <>
      <BackLink to={noCase} words={t('case.back')} />
      <Reading trouble={trouble} isThere={it !== undefined} onAgain={() => void read()} />
      {it && council && (
        <article class="case" aria-labelledby="case-title">
          <Head it={it} teams={teamsOf(council)} />
          <Safety {...acting(it)} council={council} />
          <ThingsNow {...acting(it)} council={council} />
          <NamedPeople {...acting(it)} officer={officer} />
          {it.recorded && <RecordedNote it={it.recorded} today={it.asOf} />}
          <Steps it={it} />
          <Asks it={it} />
          <Said versions={it.versions} rows={answerRows(it, placeOf(it, council))} place={placeOf(it, council)} />
          <Letters it={it} />
          <Learning it={it} />
          <Actions {...acting(it)} council={council} />
          <WayBack {...acting(it)} />
          <History it={it} services={council.services} />
        </article>
      )}
    </>
  );
}

function placeOf(it: CaseDetail, { services }: PublicCouncil): AnswerPlace {
  return { today: it.asOf, services };
}

function teamsOf({ services }: PublicCouncil): ReadonlyMap<string, string> {
  return new Map(services.flatMap((service) => service.teams.map(({ id, name }) => [id, name])));
}

function Head({ it, teams }: { it: CaseDetail; teams: ReadonlyMap<string, string> }) {
  const { t } = deskWords;
  // Whoever listens, or moves by keyboard, starts at the case that they have just opened.
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <header class="case-head">
      <Pebble kind={it.kind} />
      <div>
        <h2 id="case-title" class="reference" tabIndex={-1} ref={heading}>
          {it.reference}
        </h2>
        <p class="tags">
          <span class={`tag tag-${it.kind}`}>{t(`kind.${it.kind}`)}</span>
          <span class="tag">{t(`voice.${it.voice ?? 'unknown'}`)}</span>
          {it.route && <span class="tag">{t(`route.${it.route}`)}</span>}
          {it.advocate && (
            <span class={it.advocate === 'yes' ? 'tag tag-wish' : 'tag'}>{t(`advocateWish.${it.advocate}`)}</span>
          )}
          <GivenTo to={it.givenTo} teams={teams} hasLeft={it.holderLeft} />
        </p>
      </div>
      <a class="back case-print" href={copyAddressOf(it.id)}>
        {t('copy.open')}
      </a>
    </header>
  );
}

function RecordedNote({ it, today }: { it: NonNullable<CaseDetail['recorded']>; today: IsoDate }) {
  const { t } = deskWords;
  const [name, channel, date] = [it.by, t(`record.channels.${it.channel}`), shortDate(it.on, today)];
  return <p class="help">{t('record.by', { name, channel, date })}</p>;
}
