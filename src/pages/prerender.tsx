import council from 'virtual:council';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SafeNow } from '../app/screens/SafeScreen.tsx';
import { LakeScene, PhoneScene, ShoreScene } from '../ui/art/scenes.tsx';
import { datesIn } from '../words/dates.ts';
import { addressOf } from './addresses.ts';
import { Clock } from './Clock.tsx';
import { type Facts, fillingOf } from './facts.ts';
import { MachineDraft } from './Languages.tsx';
import { Libraries } from './Libraries.tsx';
import { Page } from './Page.tsx';
import { type PageName, pageNames, pageWords, writeIn } from './page-words.ts';
import { ReadToMe } from './ReadToMe.tsx';
import { ComplaintsTeam, Office } from './Ways.tsx';
import { BarWithoutScript, HelpWithoutScript } from './WithoutScript.tsx';

/** One page, ready to be put into its file. */
export interface ReadPage {
  name: PageName;
  /** Without a slash at its end. */
  address: string;
  body: string;
  safe: string;
  /** Above and below the body, where no script runs. */
  barWithoutScript: string;
  helpWithoutScript: string;
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
}

/** Makes every page that is only read, in every language that the council offers. */
export function prerenderPages(facts: Facts): ReadPage[] {
  return council.languages.flatMap((language) => {
    writeIn(language);
    return pagesAsWritten(facts);
  });
}

function pagesAsWritten(facts: Facts): ReadPage[] {
  const { t, language, direction } = pageWords;
  const filling = fillingOf(facts, datesIn(language, 'whole'));
  const all = additions(facts);
  return pageNames.map((name) => ({
    name,
    address: addressOf(name, language),
    body: renderToString(<Page page={name} filling={filling} additions={all[name]} scene={scenes[name]} />),
    safe: renderToString(<SafeNow back={addressOf(name, language)} read={<ReadToMe />} />),
    barWithoutScript: renderToString(<BarWithoutScript />),
    helpWithoutScript: renderToString(<HelpWithoutScript />),
    title: `${t(`${name}.name`)} · ${t('brand')}`,
    language,
    direction,
  }));
}

/** The neutral page. In the language of the browser, but for its title. */
export function prerenderClock(): { body: string; title: string; language: string } {
  return { body: renderToString(<Clock />), title: pageWords.t('clock'), language: pageWords.language };
}

const scenes: Record<PageName, ComponentChildren> = {
  privacy: <PhoneScene kind="comment" />,
  'what-happens': <ShoreScene kind="comment" />,
  accessibility: undefined,
  about: <LakeScene />,
};

function additions({ libraries }: Facts): Record<PageName, Record<string, ComponentChildren>> {
  return {
    privacy: { who: <ComplaintsTeam />, unhappy: <Office which="commissioner" /> },
    'what-happens': { late: <ComplaintsTeam />, ombudsman: <Office which="ombudsman" /> },
    accessibility: { other: <ComplaintsTeam />, enforcement: <Office which="equality" /> },
    about: { touch: <ComplaintsTeam />, language: <MachineDraft />, made: <Libraries libraries={libraries} /> },
  };
}
