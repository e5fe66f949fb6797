import council from 'virtual:council';
import { Frame } from '../../ui/Frame.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';

/** "I am not safe": whom to ring, at once and without a network. No complaints line stands here. */
export function SafeScreen({ onBack }: { onBack: () => void }) {
  const { t } = appWords;
  return (
    <article class="safe">
      <Title text={t('safe.title')} takesFocus />
      <Numbers />
      <button type="button" class="way-aside" onClick={onBack}>
        {t('safe.back')}
      </button>
    </article>
  );
}

/**
 * The same before the app's script has come, or where it never does. Hiding stays in reach, and the head of the page
 * puts the focus on the title, as on every screen that replaces another.
 *
 * @param back the address of the page it was asked for on
 */
export function SafeNow({ back = '/' }: { back?: string }) {
  const { t } = appWords;
  return (
    <Frame brand={t('brand')} hide={{ label: t('hide'), to: council.hideTo }}>
      <article class="safe">
        <h1 tabIndex={-1}>{t('safe.title')}</h1>
        <Numbers />
        <a class="way-aside" href={back}>
          {t('safe.back')}
        </a>
      </article>
    </Frame>
  );
}

/** The same where no script runs at all: it stands below the page, and there is nowhere to go back from. */
export function SafeWithoutScript() {
  return (
    <section id="help-now" class="safe" aria-labelledby="help-now-title">
      <h2 id="help-now-title">{appWords.t('safe.title')}</h2>
      <Numbers />
    </section>
  );
}

/**
 * Whom to ring, and that nobody has seen anything yet.
 *
 * @param whenSent that they get it when it is sent: said where somebody is telling it
 */
export function Numbers({ whenSent = false }: { whenSent?: boolean }) {
  const { t } = appWords;
  const { safety } = council;
  return (
    <>
      <p class="help">{t('safe.grownUp')}</p>
      <h2>{t('safe.emergency')}</h2>
      <Call number={safety.emergency} isFirst />
      <p>{t('safe.emergencyHint')}</p>
      <h2>{t('safe.childline')}</h2>
      <Call number={safety.childline} />
      <p>{t('safe.childlineHint')}</p>
      <h2>{t('safe.socialCare')}</h2>
      <p>{t('safe.officeHours')}</p>
      <Call number={safety.socialCareOfficeHours} />
      <p>{t('safe.otherTimes')}</p>
      <Call number={safety.socialCareOtherTimes} />
      <h2>{t('safe.adults')}</h2>
      <Call number={safety.adultHelpline} />
      <Notice>
        {t(whenSent ? 'helpNow.notYet' : 'safe.nobodySaw')} {t('safe.signal')}
      </Notice>
    </>
  );
}

function Call({ number, isFirst = false }: { number: string; isFirst?: boolean }) {
  return (
    <a class={isFirst ? 'call call-first' : 'call'} href={`tel:${number.replaceAll(' ', '')}`}>
      {appWords.t('safe.emergencyCall', { number })}
    </a>
  );
}
