import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SafeNow } from '../app/screens/SafeScreen.tsx';
import { LakeScene, PhoneScene, ShoreScene } from '../ui/art/scenes.tsx';
import { type Facts, fillingOf } from './facts.ts';
import { Libraries } from './Libraries.tsx';
import { Page } from './Page.tsx';
import { type PageName, pageTexts, pageWords } from './page-words.ts';
import { ComplaintsTeam, Office } from './Ways.tsx';
import { BarWithoutScript, HelpWithoutScript } from './WithoutScript.tsx';

/** One page, ready to be put into its file. */
export interface ReadPage {
  name: PageName;
  body: string;
  safe: string;
  /** Above and below the body, where no script runs. */
  barWithoutScript: string;
  helpWithoutScript: string;
  title: string;
  language: string;
}

/** Makes every page that is only read. */
export function prerenderPages(facts: Facts): ReadPage[] {
  const { t, language } = pageWords;
  const filling = fillingOf(facts, longDate(language));
  const all = additions(facts);
  return (Object.keys(pageTexts) as PageName[]).map((name) => ({
    name,
    body: renderToString(<Page page={name} filling={filling} additions={all[name]} scene={scenes[name]} />),
    safe: renderToString(<SafeNow back={`/${name}`} />),
    barWithoutScript: renderToString(<BarWithoutScript />),
    helpWithoutScript: renderToString(<HelpWithoutScript />),
    title: `${t(`${name}.name`)} · ${t('brand')}`,
    language,
  }));
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
    about: { touch: <ComplaintsTeam />, made: <Libraries libraries={libraries} /> },
  };
}

function longDate(language: string): (date: string) => string {
  const dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  return (date) => dates.format(new Date(date));
}
