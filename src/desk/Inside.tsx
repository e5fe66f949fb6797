import type { ComponentChildren } from 'preact';
import type { Officer, SecondFactor } from '../domain/staff.ts';
import { Pebble } from '../ui/art/Pebble.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { AccountPage } from './AccountPage.tsx';
import { AuditPage } from './AuditPage.tsx';
import type { Trouble } from './api.ts';
import { Board } from './Board.tsx';
import { useCopiedCase } from './chosen-case.ts';
import { CopyPage } from './copy/CopyPage.tsx';
import { useDeskPage } from './desk-page.ts';
import { FiguresPage } from './FiguresPage.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { PosterPage } from './poster/PosterPage.tsx';
import { useIdle } from './use-idle.ts';
import { useSaid } from './use-said.ts';
import { Who } from './Who.tsx';
import { deskWords } from './words.ts';

interface InsideProps {
  officer: Officer;
  secondFactor: SecondFactor;
  onSignOut: () => Promise<Trouble | undefined>;
  onSessionEnded: () => void;
}

export interface PageProps {
  officer: Officer;
  onSessionEnded: () => void;
  /** Says something aloud and on the page. */
  onSay: (words: string) => void;
}

/** Where somebody is once they are in: the cases, or one of the pages beside them. */
export function Inside({ officer, secondFactor, onSignOut, onSessionEnded }: InsideProps) {
  const { t } = deskWords;
  const page = useDeskPage(officer);
  const copied = useCopiedCase();
  const [said, say] = useSaid(copied ?? page);
  if (copied && page === 'cases') {
    return (
      <Office onSessionEnded={onSessionEnded} said={said} title={t('copy.title')}>
        <Who officer={officer} at={page} onSignOut={onSignOut} />
        <CopyPage key={copied} id={copied} onSessionEnded={onSessionEnded} />
      </Office>
    );
  }
  if (page === 'cases') return <Board officer={officer} onSignOut={onSignOut} onSessionEnded={onSessionEnded} />;
  const props: PageProps = { officer, onSessionEnded, onSay: say };
  return (
    <Office onSessionEnded={onSessionEnded} said={said} title={t(`places.${page}`)}>
      <Who officer={officer} at={page} onSignOut={onSignOut} />
      {page === 'people' && <PeoplePage {...props} />}
      {page === 'audit' && <AuditPage {...props} />}
      {page === 'account' && <AccountPage {...props} isAskedFor={secondFactor === 'later'} />}
      {page === 'figures' && <FiguresPage />}
      {page === 'poster' && <PosterPage />}
    </Office>
  );
}

interface OfficeProps {
  title: string;
  said: string;
  onSessionEnded: () => void;
  /** Who is here, then what the page holds. */
  children: [ComponentChildren, ...ComponentChildren[]];
}

function Office({ title, said, onSessionEnded, children: [who, ...rest] }: OfficeProps) {
  const { t } = deskWords;
  useIdle(onSessionEnded);
  // Whoever listens starts at the page they have just opened.
  const heading = useFocus<HTMLHeadingElement>([title]);
  return (
    <div class="office">
      <header class="office-head">
        <p class="brand">
          <Pebble kind="compliment" />
          {t('brand')} <span>{t('brandDesk')}</span>
        </p>
        {who}
      </header>
      <main class="office-page">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {rest}
      </main>
      <p class="said" role="status">
        {said}
      </p>
    </div>
  );
}
