import { inOrderSaid } from '../domain/answers.ts';
import { isToldByPictures } from '../domain/by-pictures.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail, Version } from '../domain/desk-api.ts';
import { AnswerList } from './AnswerList.tsx';
import { type AnswerPlace, answerRows, rowsOfVersion } from './answer-rows.ts';
import { shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

interface SaidProps {
  it: CaseDetail;
  services: AnswerPlace['services'];
}

/** Everything that was said: the words, the newest last, and the answers as they stand. Nothing is ever overwritten. */
export function Said({ it, services }: SaidProps) {
  const { t } = deskWords;
  const place = { today: it.asOf, services };
  const rows = answerRows(it, place);
  // A message stands among the letters, unless something else was said with it.
  const versions = inOrderSaid(it.versions).filter(
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
            place={place}
          />
        ))}
      </section>
      {rows.length > 0 && (
        <section aria-labelledby="answers-title">
          <h3 id="answers-title">{t('answer.title')}</h3>
          <AnswerList rows={rows} today={it.asOf} />
        </section>
      )}
    </>
  );
}

interface ToldProps {
  version: Version;
  number: number;
  isOneOfMany: boolean;
  place: AnswerPlace;
}

function Told({ version, number, isOneOfMany, place }: ToldProps) {
  const { t } = deskWords;
  const { words, kind, language, addition, receivedAt } = version;
  const when = shortInstant(receivedAt, place.today);
  const rows = isOneOfMany ? rowsOfVersion(version, place) : [];
  return (
    <figure class={`said-words said-${kind}`}>
      {(isOneOfMany || addition) && (
        <figcaption>{addition ? t('case.added', { when }) : t('case.version', { number, when })}</figcaption>
      )}
      {words ? (
        <blockquote lang={language} dir="auto">
          {words}
        </blockquote>
      ) : (
        <p class="help">{t(isToldByPictures(version) ? 'case.byPictures' : 'case.noWords')}</p>
      )}
      <OwnClock version={version} today={place.today} />
      {rows.length > 0 && (
        <details class="answers-then" open={!words}>
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
