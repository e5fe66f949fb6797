import { Fragment } from 'preact';
import { writtenBefore } from '../domain/age.ts';
import { inOrderSaid } from '../domain/answers.ts';
import { isToldByPictures } from '../domain/by-pictures.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Version } from '../domain/desk-api.ts';
import { AnswerList } from './AnswerList.tsx';
import { type AnswerPlace, type AnswerRow, agreedRows, rowsOfVersion, whoseWords } from './answer-rows.ts';
import { shortInstant } from './dates.ts';
import { languageName } from './language-name.ts';
import { Typed, useStruck } from './Typed.tsx';
import { deskWords } from './words.ts';

interface SaidProps {
  versions: readonly Version[];
  /** The answers as they stand. */
  rows: AnswerRow[];
  place: AnswerPlace;
  /** On paper nothing can be unfolded. */
  isUnfolded?: boolean;
}

/** Everything that was said: the words, the newest last, and the answers as they stand. Nothing is ever overwritten. */
export function Said({ versions: all, rows, place, isUnfolded = false }: SaidProps) {
  const { t } = deskWords;
  // A message stands among the letters and what was asked for above, unless something else was said with it.
  const versions = inOrderSaid(all).filter(
    (version) => !standsElsewhere(version) || version.words || rowsOfVersion(version, place).length > 0,
  );
  return (
    <>
      <section aria-labelledby="said-title">
        <h3 id="said-title">{t('case.said')}</h3>
        {versions.map((version, index) => (
          <Told
            key={`${version.receivedAt} ${index}`}
            version={version}
            number={index + 1}
            isOneOfMany={versions.length > 1}
            isUnfolded={isUnfolded}
            place={place}
          />
        ))}
      </section>
      {rows.length > 0 && (
        <section aria-labelledby="answers-title">
          <h3 id="answers-title">{t('answer.title')}</h3>
          <AnswerList rows={rows} today={place.today} />
        </section>
      )}
    </>
  );
}

function standsElsewhere({ message, asksFor, now }: Version): boolean {
  return message !== undefined || asksFor !== undefined || now !== undefined;
}

interface ToldProps {
  version: Version;
  number: number;
  isOneOfMany: boolean;
  isUnfolded: boolean;
  place: AnswerPlace;
}

function Told({ version, number, isOneOfMany, isUnfolded, place }: ToldProps) {
  const { t } = deskWords;
  const { words, kind, language, addition, receivedAt } = version;
  const when = shortInstant(receivedAt, place.today);
  const shown = useStruck(words ?? '');
  const inLanguage = languageName(language);
  const rows = isOneOfMany ? rowsOfVersion(version, place) : [];
  const whose = words && whoseWords(version);
  return (
    <figure class={`said-words said-${kind}`}>
      {(isOneOfMany || addition) && (
        <figcaption>{addition ? t('case.added', { when }) : t('case.version', { number, when })}</figcaption>
      )}
      {shown ? (
        <blockquote lang={language} dir="auto">
          {shown}
        </blockquote>
      ) : (
        <p class="help">{t(isToldByPictures(version) ? 'case.byPictures' : 'case.noWords')}</p>
      )}
      {whose && (
        <p class="help whose-words">
          <Typed text={t('case.whoseWords', { whose })} />
        </p>
      )}
      {inLanguage && <p class="help">{t('case.inLanguage', { language: inLanguage })}</p>}
      <OwnClock version={version} today={place.today} />
      {rows.length > 0 && (
        <details class="answers-then" open={isUnfolded || !words}>
          <summary>{t('case.answersThen')}</summary>
          <AnswerList rows={rows} today={place.today} />
        </details>
      )}
      <SaidBack version={version} today={place.today} isUnfolded={isUnfolded} />
    </figure>
  );
}

/** What was said back before it was sent, and when that was agreed. */
function SaidBack({ version, today, isUnfolded }: { version: Version; today: IsoDate; isUnfolded: boolean }) {
  const { t } = deskWords;
  const { saidBack, whoseWords: whose } = version;
  if (!saidBack) return null;
  const isReadBack = whose?.startsWith('child-typed');
  return (
    <details class="answers-then" open={isUnfolded}>
      <summary>{t(isReadBack ? 'case.readBack' : 'case.saidBack', { when: shortInstant(saidBack.at, today) })}</summary>
      <p class="help">{t('case.agreed.help')}</p>
      <dl class="answers">
        {agreedRows(version).map(({ is, labels }) => (
          <Fragment key={is}>
            <dt>{t(`case.agreed.${is}`)}</dt>
            <dd>{labels}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

function OwnClock({ version: { writtenAt, receivedAt }, today }: { version: Version; today: IsoDate }) {
  const written = writtenBefore(writtenAt, receivedAt);
  return written ? <p class="help">{deskWords.t('case.writtenAt', { when: shortInstant(written, today) })}</p> : null;
}
