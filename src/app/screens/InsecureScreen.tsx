import council from 'virtual:council';
import { HideBar } from '../../ui/HideBar.tsx';
import { appWords } from '../../words/app-words.ts';

/** Shown instead of everything else when the page came over plain http: it takes no words. */
export function InsecureScreen() {
  const { t } = appWords;
  return (
    <>
      <HideBar brand={t('brand')} hide={{ label: t('hide'), to: council.hideTo }} />
      <main>
        <h1>{t('insecure.title')}</h1>
        <p>{t('insecure.text')}</p>
        <p>{t('insecure.ring', { phone: council.complaintsTeam.phones[0] ?? '' })}</p>
        <h2>{t('safe.emergency')}</h2>
        <p>{t('safe.emergencyCall', { number: council.safety.emergency })}</p>
        <h2>{t('safe.childline')}</h2>
        <p>{t('safe.emergencyCall', { number: council.safety.childline })}</p>
        <p>{t('safe.childlineHint')}</p>
      </main>
    </>
  );
}
