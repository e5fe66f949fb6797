import council from 'virtual:council';
import { HideBar } from '../../ui/HideBar.tsx';
import { appWords } from '../../words/app-words.ts';
import { PageLinks } from '../PageLinks.tsx';

/** Shown by the server at an address where nothing is. */
export function NotFoundScreen() {
  const { t } = appWords;
  return (
    <>
      <HideBar brand={t('brand')} hide={{ label: t('hide'), to: council.hideTo }} />
      <main>
        <h1>{t('notFound.title')}</h1>
        <p class="help">{t('notFound.text', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>
        <a class="way-forward" href="/">
          {t('notFound.start')}
        </a>
        <PageLinks />
      </main>
    </>
  );
}
