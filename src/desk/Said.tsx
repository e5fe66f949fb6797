import { inOrderSaid } from '../domain/answers.ts';
import { isToldByPictures } from '../domain/by-pictures.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Version } from '../domain/desk-api.ts';
import { AnswerList } from './AnswerList.tsx';
import { type AnswerPlace, type AnswerRow, rowsOfVersion } from './answer-rows.ts';
import { shortInstant } from './dates.ts';
import { useStruck } from './Typed.tsx';
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
  // A message stands among the letters, unless something else was said with it.
  const versions = inOrderSaid(all).filter(
    (version) => !version.message || version.words || rowsOfVersion(version, place).length > 0,
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
  const rows = isOneOfMany ? rowsOfVersion(version, place) : [];
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
      <OwnClock version={version} today={place.today} />
      {rows.length > 0 && (
        <details class="answers-then" open={isUnfolded || !words}>
          <summary>{t('case.answersThen')}</summary>
          <AnswerList rows={rows} today={place.today} />
        </details>
      )}
    </figure>
  );
}

// A phone without a signal sends later than it was written, and that is worth knowing. Minutes are not.
const worthSaying = 60 * 60 * 1000;

function OwnClock({ version: { writtenAt, receivedAt }, today }: { version: Version; today: IsoDate }) {
  if (!writtenAt || Math.abs(Date.parse(receivedAt) - Date.parse(writtenAt)) < worthSaying) return null;
  return <p class="help">{deskWords.t('case.writtenAt', { when: shortInstant(writtenAt, today) })}</p>;
}
