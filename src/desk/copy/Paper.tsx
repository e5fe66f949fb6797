import type { InvestigatorCopy } from '../../domain/investigator-copy.ts';
import type { PublicCouncil } from '../../domain/public-council.ts';
import { rowsOfVersions } from '../answer-rows.ts';
import { shortDate, shortInstant } from '../dates.ts';
import { Happenings } from '../History.tsx';
import { Letters } from '../Letters.tsx';
import { Said } from '../Said.tsx';
import { deskWords } from '../words.ts';
import { PaperSteps } from './PaperSteps.tsx';
import { anotherYear } from './paper-dates.ts';
import { usePageFoot } from './use-page-foot.ts';

/** The copy as it lies on the table: everything unfolded, nothing to press. */
export function Paper({ copy, council }: { copy: InvestigatorCopy; council: PublicCouncil }) {
  const { t } = deskWords;
  const { reference, kind, route, recorded, versions, history, at } = copy;
  const place = { today: anotherYear, services: council.services };
  usePageFoot(t('copy.foot', { reference }));
  return (
    <article class="paper case" aria-labelledby="paper-title">
      <header>
        <h2 id="paper-title" class="reference" tabIndex={-1}>
          {reference}
        </h2>
        <p>
          {t(`kind.${kind}`)}
          {route && <> · {t(`route.${route}`)}</>}
        </p>
        <p class="help">{t('copy.made', { council: council.name, when: shortInstant(at, anotherYear) })}</p>
        {recorded && (
          <p class="help">
            {t('record.by', {
              name: recorded.by,
              channel: t(`record.channels.${recorded.channel}`),
              date: shortDate(recorded.on, anotherYear),
            })}
          </p>
        )}
        <p class="help">{missing(copy)}</p>
      </header>
      <section aria-labelledby="paper-steps">
        <h3 id="paper-steps">{t('copy.steps')}</h3>
        <PaperSteps copy={copy} />
      </section>
      <Said versions={versions} rows={rowsOfVersions(versions, place)} place={place} isUnfolded />
      <Letters it={{ ...copy, asOf: anotherYear }} />
      <section aria-labelledby="paper-history">
        <h3 id="paper-history">{t('copy.history')}</h3>
        <Happenings events={history} today={anotherYear} services={council.services} />
      </section>
    </article>
  );
}

/** Whoever reads the paper should know that it is not everything. */
function missing({ parts }: InvestigatorCopy): string {
  const { t } = deskWords;
  const left = (['names', 'letters', 'notes', 'safety', 'contact'] as const).filter((part) => !parts.includes(part));
  if (left.length === 0) return t('copy.nothingLeft');
  return t('copy.leftOut', { parts: left.map((part) => t(`copy.part.${part}`)).join('; ') });
}
