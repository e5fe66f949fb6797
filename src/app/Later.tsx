import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Trouble } from '../ui/Notice.tsx';
import { appWords } from '../words/app-words.ts';

interface LaterProps<Props> {
  load: () => Promise<FunctionComponent<Props>>;
  props: Props;
}

/**
 * A part of the app that few need, fetched when it is shown, so that the first page is not longer for it. Without a
 * network and not put away yet, it is tried again when there is one.
 */
export function Later<Props extends object>({ load, props }: LaterProps<Props>) {
  const [part, setPart] = useState<{ Part?: FunctionComponent<Props>; hasFailed?: boolean }>({});
  useEffect(() => {
    let isGone = false;
    const bring = () =>
      void load().then(
        (Part) => isGone || setPart({ Part }),
        () => isGone || setPart({ hasFailed: true }),
      );
    bring();
    addEventListener('online', bring);
    return () => {
      isGone = true;
      removeEventListener('online', bring);
    };
  }, []);
  if (part.Part) return <part.Part {...props} />;
  return part.hasFailed ? <Trouble>{appWords.t('later.failed')}</Trouble> : null;
}
