import { useEffect, useState } from 'preact/hooks';
import { type OwnName, ownNames, readOwnName } from '../device/own-name.ts';
import { Notice } from '../ui/Notice.tsx';
import { appWords } from '../words/app-words.ts';
import { chooseOwnName } from './own-name.ts';

/** Another name and icon for the home screen, chosen before the browser is asked to put it there. */
export function InstallAs() {
  const { t } = appWords;
  // The built page knows neither, and what it shows is not drawn again where it fits.
  const [chosen, setChosen] = useState<OwnName>('heard');
  const [isInstalled, setInstalled] = useState(false);
  useEffect(() => {
    setChosen(readOwnName());
    setInstalled(matchMedia('(display-mode: standalone)').matches);
  }, []);
  if (isInstalled) return null;
  const choose = (name: OwnName) => {
    chooseOwnName(name);
    setChosen(name);
  };
  return (
    <details class="row">
      <summary>{t('install.title')}</summary>
      <div class="key-ways">
        <p id="install-as">{t('install.text')}</p>
        <fieldset class="choices" aria-labelledby="install-as">
          {ownNames.map((name) => (
            <button key={name} type="button" class="choice" aria-pressed={chosen === name} onClick={() => choose(name)}>
              <img src={`/icons/${name}-48.png`} alt="" width="48" height="48" loading="lazy" />
              <span class="choice-words">{t(`install.${name}`)}</span>
            </button>
          ))}
        </fieldset>
        <p>{t('install.how')}</p>
        <Notice>{t('install.honest')}</Notice>
      </div>
    </details>
  );
}
