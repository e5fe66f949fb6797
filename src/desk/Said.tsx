import type { IsoDate } from '../domain/dates.ts';
import type { CaseDetail, Version } from '../domain/desk-api.ts';
import { shortInstant } from './dates.ts';
import { deskWords } from './words.ts';

/** Everything that was said, in the person's own words, the newest last. Nothing is ever overwritten. */
export function Said({ it }: { it: CaseDetail }) {
  const { t } = deskWords;
  return (
    <section aria-labelledby="said-title">
      <h3 id="said-title">{t('case.said')}</h3>
      {it.versions.map((version, index) => (
        <figure key={version.receivedAt} class={`said-words said-${version.kind}`}>
          {it.versions.length > 1 && (
            <figcaption>
              {t('case.version', { number: index + 1, when: shortInstant(version.receivedAt, it.asOf) })}
            </figcaption>
          )}
          <blockquote lang={version.language} dir="auto">
            {version.words}
          </blockquote>
          <OwnClock version={version} today={it.asOf} />
        </figure>
      ))}
    </section>
  );
}

// A phone without a signal sends later than it was written, and that is worth knowing. Minutes are not.
const worthSaying = 60 * 60 * 1000;

function OwnClock({ version: { writtenAt, receivedAt }, today }: { version: Version; today: IsoDate }) {
  if (!writtenAt || Math.abs(Date.parse(receivedAt) - Date.parse(writtenAt)) < worthSaying) return null;
  return <p class="help">{deskWords.t('case.writtenAt', { when: shortInstant(writtenAt, today) })}</p>;
}
