import type { RefObject, TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CaseCounts, CaseQuery } from '../domain/desk-list.ts';
import { Stage } from '../domain/desk-list.ts';
import { Kind } from '../domain/submission.ts';
import { deskWords } from './words.ts';

/** What the list is narrowed down to, beside its filter. */
export type Narrowing = Pick<CaseQuery, 'route' | 'stage' | 'team' | 'kind' | 'q'>;

interface FindProps {
  box: RefObject<HTMLInputElement | null>;
  narrowing: Narrowing;
  counts: CaseCounts | undefined;
  /** The names of teams by their ids. */
  teams: ReadonlyMap<string, string>;
  onFind: (narrowing: Narrowing) => void;
}

/** Looking for words or a reference, and narrowing the list down. */
export function Find({ box, narrowing, counts, teams, onFind }: FindProps) {
  const { t } = deskWords;
  const { q = '', ...chosen } = narrowing;
  // What was searched for is cleared from elsewhere too.
  useEffect(() => {
    if (box.current) box.current.value = q;
  }, [q]);
  const search = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = box.current?.value.trim() ?? '';
    onFind({ ...chosen, ...(typed && { q: typed }) });
  };
  const choices = Object.keys(chosen).length;
  return (
    <div class="find">
      <search>
        <form class="search" onSubmit={search}>
          <label for="search">{t('find.label')}</label>
          <input id="search" type="search" ref={box} maxLength={200} autocomplete="off" spellcheck={false} />
          <button type="submit">{t('find.send')}</button>
        </form>
      </search>
      {q && (
        <button type="button" class="quiet" onClick={() => onFind(chosen)}>
          {t('find.clear')}
        </button>
      )}
      <details class="narrow">
        <summary>{choices > 0 ? t('find.narrowed', { count: choices }) : t('find.narrow')}</summary>
        {counts && <Choices {...{ narrowing, counts, teams, onFind }} />}
        {choices > 0 && (
          <button type="button" class="quiet" onClick={() => onFind(q ? { q } : {})}>
            {t('find.reset')}
          </button>
        )}
      </details>
    </div>
  );
}

function Choices({ narrowing, counts, teams, onFind }: Omit<FindProps, 'box' | 'counts'> & { counts: CaseCounts }) {
  const { t } = deskWords;
  const routes = (['statutory', 'corporate'] as const).map((each) => [each, t(`route.${each}`)]);
  const hasTeams = Object.keys(counts.team).length > 1 || narrowing.team !== undefined;
  const choices = {
    route: [...routes, ['none', t('find.noRoute')]],
    stage: Stage.options.map((each) => [each, t(`stage.${each}`)]),
    kind: Kind.options.map((each) => [each, t(`kind.${each}`)]),
    ...(hasTeams && {
      team: Object.keys(counts.team).map((each) => [
        each,
        teams.get(each) ?? (each === 'none' ? t('find.noTeam') : each),
      ]),
    }),
  };
  const choose = (name: string, value: string) => {
    const others = Object.fromEntries(Object.entries(narrowing).filter(([each]) => each !== name));
    onFind({ ...others, ...(value && { [name]: value }) });
  };
  return (
    <div class="choices">
      {(Object.keys(choices) as (keyof CaseCounts & keyof Narrowing)[]).map((name) => {
        const counted: Record<string, number> = counts[name];
        return (
          <label key={name}>
            <span>{t(`find.${name}`)}</span>
            <select value={narrowing[name] ?? ''} onChange={(event) => choose(name, event.currentTarget.value)}>
              <option value="">{t('find.any')}</option>
              {choices[name]?.map(([value = '', label = '']) => (
                <option key={value} value={value}>
                  {t('find.choice', { name: label, number: counted[value] ?? 0 })}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </div>
  );
}
