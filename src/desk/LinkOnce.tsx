import { useRef } from 'preact/hooks';
import type { IssuedLink } from '../domain/people-api.ts';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { deskWords } from './words.ts';

interface LinkOnceProps {
  link: IssuedLink;
  name: string;
  onDone: () => void;
  onSay: (words: string) => void;
}

/** A one-time link, shown this once. */
export function LinkOnce({ link, name, onDone, onSay }: LinkOnceProps) {
  const { t } = deskWords;
  const text = useRef<HTMLInputElement>(null);
  const heading = useFocus<HTMLHeadingElement>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.link);
      onSay(t('link.copied'));
    } catch {
      // No leave to: then it is marked, to be copied by hand.
      text.current?.select();
    }
  };
  return (
    <section class="sheet sheet-new" aria-labelledby="link-title">
      <h2 id="link-title" tabIndex={-1} ref={heading}>
        {t('link.title', { name })}
      </h2>
      <p>{t(`link.${link.mail}`)}</p>
      <FieldFrame id="link" label={t('link.label')}>
        {(described) => <input {...described} type="text" readOnly ref={text} value={link.link} />}
      </FieldFrame>
      <div class="buttons">
        <button type="button" class="way" onClick={() => void copy()}>
          {t('link.copy')}
        </button>
        <button type="button" onClick={onDone}>
          {t('link.done')}
        </button>
      </div>
    </section>
  );
}
