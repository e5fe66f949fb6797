import { useRef, useState } from 'preact/hooks';
import type { Officer } from '../domain/staff.ts';
import type { Trouble as TroubleValue } from './api.ts';
import { type DeskPage, pagesOf } from './desk-page.ts';
import { hasUnsentWords } from './drafts.ts';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface WhoProps {
  officer: Officer;
  at: DeskPage;
  onSignOut: () => Promise<TroubleValue | undefined>;
}

/** Who is here, the pages that are open to them, and the way out. */
export function Who({ officer, at, onSignOut }: WhoProps) {
  const { t } = deskWords;
  const question = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<TroubleValue>();
  const leave = async () => {
    question.current?.close();
    setTrouble(await onSignOut());
  };
  const askOrLeave = () => {
    if (hasUnsentWords(officer.email)) question.current?.showModal();
    else void leave();
  };
  return (
    <>
      <div class="who">
        <p>{officer.name}</p>
        <nav class="places" aria-label={t('places.label')}>
          {pagesOf(officer).map((page) => (
            <a key={page} href={`#${page}`} aria-current={page === at ? 'page' : undefined}>
              {t(`places.${page}`)}
            </a>
          ))}
        </nav>
        <button type="button" class="quiet" onClick={askOrLeave}>
          {t('signOut.button')}
        </button>
        <Trouble trouble={trouble} />
      </div>
      <dialog ref={question} aria-labelledby="sign-out-title">
        <h2 id="sign-out-title">{t('signOut.title')}</h2>
        <p>{t('signOut.text')}</p>
        <div class="buttons">
          <button type="button" class="way" onClick={() => question.current?.close()}>
            {t('signOut.stay')}
          </button>
          <button type="button" onClick={() => void leave()}>
            {t('signOut.leave')}
          </button>
        </div>
      </dialog>
    </>
  );
}
