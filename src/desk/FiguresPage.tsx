import { deskWords } from './words.ts';

/** What a reader of figures finds until there are any. */
export function FiguresPage() {
  const { t } = deskWords;
  return (
    <section class="sheet">
      <p>{t('figures.later')}</p>
      <p class="help">{t('figures.role')}</p>
    </section>
  );
}
