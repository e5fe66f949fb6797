import type { ComponentChildren } from 'preact';
import { Pebble } from '../ui/art/Pebble.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { deskWords } from './words.ts';

/** The page before the desk: one heading, one form. */
export function Door({ title, children }: { title: string; children: ComponentChildren }) {
  const { t } = deskWords;
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <main class="door">
      <div class="door-card">
        <p class="brand">
          <Pebble kind="compliment" />
          {t('brand')} <span>{t('brandDesk')}</span>
        </p>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}
