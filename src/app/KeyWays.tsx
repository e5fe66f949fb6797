import { useEffect, useRef, useState } from 'preact/hooks';
import { letGoOfChildKey } from '../device/sent.ts';
import { followLink } from '../domain/follow-link.ts';
import type { FollowKey } from '../domain/keys.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { appWords } from '../words/app-words.ts';
import { saveFile } from './save-file.ts';

export interface KeyWaysProps {
  followKey: FollowKey;
  /** The council's number for it, once it has it. */
  reference: string | undefined;
  isReceived: boolean;
  /** A helper's key only looks, and only as far as the child agrees. */
  isHelpers: boolean;
  /** On a helper's phone the id of what this key is the child's own for: it stays here until the child has it. */
  ofChild?: string;
}

/** Three ways to take the key along: as a file, through another phone's camera, and as a link. */
export function KeyWays({ followKey, reference, isReceived, isHelpers, ofChild }: KeyWaysProps) {
  const { t } = appWords;
  const [isCodeShown, setCodeShown] = useState(false);
  const link = followLink(location.origin, followKey);
  return (
    <div class="key-ways">
      <p>{t(isHelpers ? 'key.whoHelper' : 'key.who')}</p>
      <p>{t('key.where')}</p>
      {!isReceived && <Notice>{t('key.notYet')}</Notice>}
      <button type="button" class="way-aside" onClick={() => saveFile(t('key.file'), fileText(link, reference))}>
        {t('key.save')}
      </button>
      <button
        type="button"
        class="way-aside"
        aria-expanded={isCodeShown}
        onClick={() => setCodeShown((isShown) => !isShown)}
      >
        {t(isCodeShown ? 'key.hideCode' : 'key.showCode')}
      </button>
      {isCodeShown && (
        <>
          <QrCode text={link} label={t('key.picture')} failed={t('later.failed')} />
          <p>{t('key.scan')}</p>
        </>
      )}
      <CopyLink link={link} />
      <p>{t('key.history')}</p>
      {ofChild && (
        <Confirm
          ask={t('key.handed')}
          warnings={[t('key.handedText')]}
          yes={t('key.handedYes')}
          no={t('forget.no')}
          failed={t('forget.failed')}
          onYes={() => letGoOfChildKey(ofChild)}
        />
      )}
    </div>
  );
}

// Nothing in it says what was sent, or to whom; the link stands last, so that nothing behind it is taken for a part of it.
function fileText(link: string, reference: string | undefined): string {
  const { t } = appWords;
  const lines = [t('key.fileText'), t('key.where'), reference && t('sent.reference', { reference }), link];
  return `${lines.filter(Boolean).join('\n\n')}\n`;
}

function CopyLink({ link }: { link: string }) {
  const { t } = appWords;
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'by-hand') field.current?.select();
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
    } catch {
      // Not allowed, or not known here: the person can copy it.
      setState('by-hand');
      field.current?.select();
    }
  };
  return (
    <>
      <button type="button" class="way-aside" onClick={() => void copy()}>
        {t('key.copy')}
      </button>
      <p role="status" class="kept">
        {state === 'copied' && t('key.copied')}
        {state === 'by-hand' && t('key.copyByHand')}
      </p>
      {state === 'by-hand' && (
        <textarea
          ref={field}
          class="link"
          dir="ltr"
          readOnly
          rows={3}
          aria-label={t('key.link')}
          value={link}
          autocomplete="off"
        />
      )}
    </>
  );
}
