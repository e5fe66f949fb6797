import type { CaseDetail } from '../domain/desk-api.ts';
import type { Route } from '../domain/routes.ts';
import { GroupFrame } from '../ui/FieldFrame.tsx';
import { shortDate } from './dates.ts';
import { deskWords } from './words.ts';

interface RouteChoiceProps {
  it: CaseDetail;
  chosen: Route | undefined;
  fault: string | undefined;
  onChoose: (route: Route) => void;
}

const helps = { statutory: 'acknowledge.statutoryHelp', corporate: 'acknowledge.corporateHelp' } as const;

/** Which way a complaint goes, each with what it is for and when it would be answered. */
export function RouteChoice({ it, chosen, fault, onChoose }: RouteChoiceProps) {
  const { t } = deskWords;
  return (
    <GroupFrame id="route" class="routes" label={t('acknowledge.route')} fault={fault}>
      {(invalid) =>
        it.routeChoices.map(({ route, answerBy }) => (
          <label key={route} class="route">
            <input
              type="radio"
              name="route"
              value={route}
              checked={chosen === route}
              aria-invalid={invalid}
              aria-describedby={`route-${route}-help`}
              onChange={() => onChoose(route)}
            />
            <span class="route-name">{t(`acknowledge.${route}`)}</span>
            <span id={`route-${route}-help`} class="help">
              {t(helps[route])} <b>{t('acknowledge.answerBy', { date: shortDate(answerBy, it.asOf) })}</b>
            </span>
          </label>
        ))
      }
    </GroupFrame>
  );
}
