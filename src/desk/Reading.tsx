import type { Trouble as TroubleValue } from './api.ts';
import { Trouble } from './Trouble.tsx';
import { deskWords } from './words.ts';

interface ReadingProps {
  trouble: TroubleValue | undefined;
  /** There is something to show, of now or of before. */
  isThere: boolean;
  onAgain: () => void;
}

/** While something is fetched, and when it did not come: what is the matter, and a way to try again. */
export function Reading({ trouble, isThere, onAgain }: ReadingProps) {
  const { t } = deskWords;
  return (
    <>
      <Trouble trouble={trouble}>
        <button type="button" onClick={onAgain}>
          {t('trouble.tryAgain')}
        </button>
      </Trouble>
      {!isThere && !trouble && <p class="looking">{t('loading')}</p>}
    </>
  );
}
