import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Pebble } from '../ui/art/Pebble.tsx';
import { deskWords } from './words.ts';

/** The page before the desk: one heading, one form. */
export function Door({ title, children }: { title: string; children: ComponentChildren }) {
  const { t } = deskWords;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
