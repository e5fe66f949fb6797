import council from 'virtual:council';
import type { ComponentChildren } from 'preact';
import { Frame } from '../../ui/Frame.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { appWords } from '../../words/app-words.ts';

/**
 * "I am not safe": whom to ring, at once and without a network. No complaints line stands here.
 *
 * @param onTell says it to the council as well, where there is something to say it with
 */
export function SafeScreen({ onBack, onTell }: { onBack: () => void; onTell?: () => void }) {
  const { t } = appWords;
  return (
    <article class="safe">
      <Title text={t('safe.title')} takesFocus />
      <Numbers />
      {onTell && (
        <button type="button" class="way-aside" onClick={onTell}>
          {t('safe.tell')}
        </button>
      )}
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
 * @param read what reads it aloud, where something works it
 */
export function SafeNow({ back = '/', read }: { back?: string; read?: ComponentChildren }) {
  const { t } = appWords;
  return (
    <Frame brand={t('brand')} hide={{ label: t('hide'), to: council.hideTo }} read={read}>
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
  const isForAdults = appWords.register === 'adult';
  const adults = (
    <>
      <h2>{t('safe.adults')}</h2>
      <Call number={safety.adultHelpline} />
    </>
  );
  return (
    <>
      <p class="help">{t('safe.grownUp')}</p>
      <h2>{t('safe.emergency')}</h2>
      <Call number={safety.emergency} isFirst />
      <p>{t('safe.emergencyHint')}</p>
      {isForAdults && adults}
      <h2>{t('safe.childline')}</h2>
      <Call number={safety.childline} />
      <p>{t('safe.childlineHint')}</p>
      <h2>{t('safe.socialCare')}</h2>
      <p>{t('safe.officeHours')}</p>
      <Call number={safety.socialCareOfficeHours} />
      <p>{t('safe.otherTimes')}</p>
      <Call number={safety.socialCareOtherTimes} />
      {!isForAdults && adults}
      <Notice>
        {t(whenSent ? 'helpNow.notYet' : 'safe.nobodySaw')} {t('safe.signal')}
      </Notice>
    </>
  );
}

/** Where somebody has said it, and may wait for an answer: that nobody has read it, and whom to ring now. */
export function RingFirst() {
  const { t } = appWords;
  const { emergency, childline } = council.safety;
  return (
    <section class="safe ring-first" aria-label={t('safe.title')}>
      <p>{t('safe.nobodySaw')}</p>
      <Call number={emergency} isFirst />
      <p>{t('safe.childline')}</p>
      <Call number={childline} />
    </section>
  );
}

function Call({ number, isFirst = false }: { number: string; isFirst?: boolean }) {
  return (
    <a class={isFirst ? 'call call-first' : 'call'} href={`tel:${number.replaceAll(' ', '')}`}>
      {appWords.t('safe.emergencyCall', { number })}
    </a>
  );
}
