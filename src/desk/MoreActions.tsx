import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ActionName } from '../domain/case-actions.ts';
import { deskWords } from './words.ts';

const groups = {
  case: ['write-message', 'set-route', 'change-kind', 'assign', 'refuse'],
  child: [
    ...(['record-consent', 'judge-maturity'] as const),
    ...(['request-advocate', 'refer-advocate', 'accept-advocate', 'meet-advocate'] as const),
  ],
  clock: ['extend', 'pause', 'resume'],
  stage: [
    ...(['acknowledge', 'pass-on', 'answer-stage1', 'request-stage2', 'acknowledge-stage2', 'appoint-stage2'] as const),
    ...(['agree-statement', 'report-stage2', 'answer-stage2', 'request-stage3', 'appoint-panel'] as const),
    ...(['hold-panel', 'report-panel', 'answer-stage3', 'ask-ombudsman', 'answer-ombudsman'] as const),
  ],
  end: ['withdraw', 'close', 'finish-learning', 'reopen'],
} as const satisfies Record<string, readonly ActionName[]>;
const groupNames = Object.keys(groups) as (keyof typeof groups)[];

interface MoreActionsProps {
  actions: ActionName[];
  /** `close` is called once it is done; what was refused keeps its form and what stands in it. */
  form: (action: ActionName, close: () => void) => ComponentChildren;
}

/** Everything else that is possible now, in groups; pressing one opens its form in its place. */
export function MoreActions({ actions, form }: MoreActionsProps) {
  const { t } = deskWords;
  const [chosen, setChosen] = useState<ActionName>();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (chosen) place.current?.querySelector<HTMLElement>('input, textarea, select, .way')?.focus();
  }, [chosen]);
  if (actions.length === 0) return null;
  return (
    <details class="more-actions">
      <summary>{t('act.more')}</summary>
      <div class="action-groups">
        {groupNames.map((group) => {
          const here = groups[group].filter((each: ActionName) => actions.includes(each));
          if (here.length === 0) return null;
          return (
            <section key={group} class="action-group" aria-labelledby={`more-${group}`}>
              <h3 id={`more-${group}`}>{t(`act.group.${group}`)}</h3>
              {here.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-expanded={each === chosen}
                  aria-controls="chosen-action"
                  onClick={() => setChosen(each === chosen ? undefined : each)}
                >
                  {t(`act.title.${each}`)}
                </button>
              ))}
            </section>
          );
        })}
      </div>
      <div id="chosen-action" ref={place}>
        {chosen && actions.includes(chosen) && form(chosen, () => setChosen(undefined))}
      </div>
    </details>
  );
}
