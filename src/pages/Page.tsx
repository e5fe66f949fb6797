import council from 'virtual:council';
import type { ComponentChildren } from 'preact';
import { LookChoices } from '../app/HowItLooks.tsx';
import { PageLinks } from '../app/PageLinks.tsx';
import { readOwnLook } from '../device/own-look.ts';
import { Frame } from '../ui/Frame.tsx';
import { LookPanel } from '../ui/LookPanel.tsx';
import { appWords } from '../words/app-words.ts';
import type { Filling } from '../words/words.ts';
import { Languages } from './Languages.tsx';
import { type PageName, pageWords, type Register, registers, type Section, sectionsOf } from './page-words.ts';
import { ReadToMe } from './ReadToMe.tsx';

interface PageProps {
  page: PageName;
  filling: Filling;
  /** What stands under the words of a section, by the section's name: ways to reach somebody, a table. */
  additions: Partial<Record<string, ComponentChildren>>;
  scene: ComponentChildren;
}

/**
 * A page that is only read: the same thing in the words of three registers, one of them shown. Which one is chosen with
 * radio buttons and style alone; where a browser does not know that style, all three stand one under the other.
 */
export function Page({ page, filling, additions, scene }: PageProps) {
  const { t } = pageWords;
  return (
    <Frame
      brand={t('brand')}
      hide={{ label: appWords.t('hide'), to: council.hideTo }}
      look={
        <LookPanel label={appWords.t('look.title')} done={appWords.t('look.done')}>
          <LookChoices look={readOwnLook()} />
        </LookPanel>
      }
      read={<ReadToMe />}
      // The page's head acts on it, as on hiding: nothing of this runs in the browser.
      notSafe={{ label: appWords.t('notSafe'), onNotSafe: () => {} }}
    >
      <Languages page={page} />
      {scene}
      <h1>{t(`${page}.title`)}</h1>
      <fieldset class="pills registers">
        <legend>{t('registers.legend')}</legend>
        {registers.map((register) => (
          <label key={register}>
            <input type="radio" name="register" value={register} checked={register === 'older'} />
            {t(`registers.${register}`)}
          </label>
        ))}
      </fieldset>
      {registers.map((register) => (
        <section key={register} class={`register for-${register}`} aria-labelledby={`for-${register}`}>
          <h2 id={`for-${register}`}>{t(`registers.${register}`)}</h2>
          {sectionsOf(page, register).map(([name, section]) => (
            <Sections key={name} {...{ page, register, name, section, filling }} addition={additions[name]} />
          ))}
        </section>
      ))}
      <a class="way-aside" href="/">
        {t('start')}
      </a>
      <PageLinks />
    </Frame>
  );
}

interface SectionProps {
  page: PageName;
  register: Register;
  name: string;
  section: Section;
  filling: Filling;
  addition: ComponentChildren;
}

function Sections({ page, register, name, section, filling, addition }: SectionProps) {
  const say = (text: string, key: string) => {
    const places = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place = '']) => place);
    if (places.some((place) => filling[place] === undefined)) return undefined;
    return pageWords.t(`${page}.${register}.${name}.${key}`, filling);
  };
  const { title, ...parts } = section;
  return (
    <>
      <h3>{say(title, 'title')}</h3>
      {Object.entries(parts).map(([key, part]) => {
        if (typeof part === 'string') {
          const said = say(part, key);
          return said && <p key={key}>{said}</p>;
        }
        return (
          <ul key={key}>
            {Object.entries(part).map(([point, text]) => (
              <li key={point}>{say(text, `${key}.${point}`)}</li>
            ))}
          </ul>
        );
      })}
      {addition}
    </>
  );
}
