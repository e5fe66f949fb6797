import { readSealingKey } from '../device/sealing-key.ts';
import { appWords } from '../words/app-words.ts';
import { InstallAs } from './InstallAs.tsx';
import { LockRow } from './lock/LockRow.tsx';
import { type KeptHere, keepsSomething } from './use-kept.ts';

/** What one may do about who else sees this phone. */
export function PhoneRows({ kept }: { kept: KeptHere }) {
  return (
    <>
      {keepsSomething(kept) && <LockRow kept={kept} />}
      <Leaving />
      <InstallAs />
    </>
  );
}

/** For whoever compares it with the one that the council has printed. */
function CouncilKey() {
  const known = readSealingKey();
  if (!known) return null;
  return (
    <p class="as-of">
      {appWords.t('leaving.councilKey')} <bdi data-unread="true">{known.fingerprint}</bdi>
    </p>
  );
}

/** Hiding and forgetting are two things, and neither clears the browser's own list. */
function Leaving() {
  const { t } = appWords;
  return (
    <details class="row">
      <summary>{t('leaving.title')}</summary>
      <div class="key-ways">
        <p>{t('leaving.hide')}</p>
        <p>{t('leaving.clock')}</p>
        <p>{t('leaving.forget')}</p>
        <p>{t('leaving.history')}</p>
        <p>{t('leaving.clear')}</p>
        <CouncilKey />
      </div>
    </details>
  );
}
