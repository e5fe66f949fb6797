import { useEffect, useRef, useState } from 'preact/hooks';
import { type ReadKey, readFollowKey } from '../domain/follow-link.ts';
import type { FollowKey } from '../domain/keys.ts';
import { type Followed, followWith } from '../sync/follow.ts';
import { Trouble } from '../ui/Notice.tsx';
import { appWords } from '../words/app-words.ts';
import { ChooseFile } from './ChooseFile.tsx';
import type { GivenLink } from './given-link.ts';
import { KeyTrouble } from './KeyTrouble.tsx';
import { useAsking } from './use-asking.ts';

interface KeyFormProps {
  /** The link this page was opened with: it is looked up without another press. */
  given: GivenLink | undefined;
  /** With the id of what is followed from here now. */
  onFollowed: (id: string) => void;
}

export type Trial =
  | { is: 'no-key-in-file' }
  | { is: 'no-key'; read: Exclude<ReadKey, { followKey: FollowKey }> }
  | { is: 'no-answer'; outcome: Exclude<Followed['outcome'], 'followed'> };

const ids = { box: 'key', help: 'key-help', trouble: 'key-trouble' };

// Kept while this page stands, and nowhere else: whoever looks at the numbers to ring in between finds it here again.
let unfinished = '';

/** A key, a link or a file, and what the council says to it. */
export function KeyForm({ given, onFollowed }: KeyFormProps) {
  const { t } = appWords;
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(unfinished);
  const [trial, setTrial] = useState<Trial>();

  const write = (to: string) => {
    unfinished = to;
    setText(to);
    setTrial(undefined);
    asking.drop();
  };
  const asking = useAsking(followWith, (id, isCurrent) => {
    if (isCurrent) write('');
    onFollowed(id);
  });
  const lookUp = (what: string) => {
    const read = readFollowKey(what, location.origin);
    if ('followKey' in read) {
      setTrial(undefined);
      asking.ask(read.followKey);
      return;
    }
    asking.drop();
    setTrial({ is: 'no-key', read });
    box.current?.focus();
  };
  const readFile = async (file: File) => {
    // Ours are far smaller; of a film chosen by mistake no more is read.
    const content = await file.slice(0, 10_000).text();
    const read = readFollowKey(content, location.origin);
    if ('reason' in read && read.reason !== 'other-address') {
      asking.drop();
      setTrial({ is: 'no-key-in-file' });
      return;
    }
    write(content.trim());
    lookUp(content);
  };

  useEffect(() => {
    if (!given) return;
    write(given.text);
    lookUp(given.text);
  }, [given]);
  const { state } = asking;
  const isAsking = state === 'asking';
  const shown: Trial | undefined =
    trial ?? (state === 'idle' || isAsking ? undefined : { is: 'no-answer', outcome: state });
  return (
    <form
      class="key-ways"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAsking) lookUp(text);
      }}
    >
      <label for={ids.box}>
        <strong>{t('key.label')}</strong>
      </label>
      <p id={ids.help} class="help">
        {t('key.help')}
      </p>
      <textarea
        ref={box}
        id={ids.box}
        class="link"
        dir="ltr"
        rows={3}
        // A browser keeps what is typed in its session files unless it is told not to.
        autocomplete="off"
        autocorrect="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="go"
        aria-describedby={shown ? `${ids.trouble} ${ids.help}` : ids.help}
        aria-invalid={shown?.is === 'no-key' ? true : undefined}
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={(event) => {
          // No key has lines, so Enter means what it means in a field of one line.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {shown && (
        <Trouble id={ids.trouble}>
          <KeyTrouble trial={shown} />
        </Trouble>
      )}
      <p role="status" class="help">
        {isAsking && t('key.asking')}
      </p>
      <button type="submit" class="way-forward">
        {t(asking.isWaiting ? 'key.again' : 'key.look')}
      </button>
      <ChooseFile class="quiet" accept=".txt,text/plain" onFile={(file) => void readFile(file)} />
    </form>
  );
}
