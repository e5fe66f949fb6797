import type { PublicCouncil } from '../../domain/public-council.ts';
import { Pebble } from '../../ui/art/Pebble.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import type { PosterWords } from './poster-words.ts';

interface PosterProps {
  council: PublicCouncil;
  /** Of the key to which phones seal: whoever doubts a phone compares it with what the app shows. */
  fingerprint: string;
  words: PosterWords;
  /** Where Heard is. */
  address: string;
  /** For staff, where the picture cannot be drawn. */
  failed: string;
}

const kinds = [
  ['complaint', 'wrong'],
  ['compliment', 'good'],
  ['comment', 'better'],
] as const;

/** The sheet itself. */
export function Poster({ council, fingerprint, words, address, failed }: PosterProps) {
  const { t, language, direction } = words;
  const { emergency, childline } = council.safety;
  const [phone = ''] = council.complaintsTeam.phones;
  return (
    <article class="poster" lang={language} dir={direction} aria-labelledby="poster-title">
      <h2 id="poster-title">{t('title')}</h2>
      <p class="poster-lead">{t('lead', { council: council.name })}</p>
      <ul class="poster-kinds">
        {kinds.map(([kind, key]) => (
          <li key={kind}>
            <Pebble kind={kind} />
            {t(key)}
          </li>
        ))}
      </ul>
      <div class="poster-way">
        <QrCode text={`${address}/`} label={t('scan')} failed={failed} />
        <div>
          <p>
            <b>{t('scan')}</b>
          </p>
          <p>{t('address', { address: address.replace(/^https:\/\//, '') })}</p>
        </div>
      </div>
      <ul class="poster-lines">
        {([t('who'), t('noSignal'), t('advocate'), t('ring', { phone: inOnePiece(phone) })] as const).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="poster-safe">{t('notSafe', { emergency, childline: inOnePiece(childline) })}</p>
      <p class="poster-key">{t('key', { fingerprint })}</p>
    </article>
  );
}

/** A number that is cut in two is rung wrongly. */
function inOnePiece(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}
