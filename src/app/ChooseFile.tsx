import { useRef } from 'preact/hooks';
import { appWords } from '../words/app-words.ts';

interface ChooseFileProps {
  class: 'quiet' | 'way-aside';
  /** The kinds of file that are offered first, as an `accept` attribute. */
  accept: string;
  onFile: (file: File) => void;
}

/** A button that opens this phone's own choice of files, for the browser's own cannot be named in our words. */
export function ChooseFile({ class: look, accept, onFile }: ChooseFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={look} onClick={() => picker.current?.click()}>
        {appWords.t('key.choose')}
      </button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
