import { Confirm } from '../ui/Confirm.tsx';
import { type AppKey, appWords } from '../words/app-words.ts';

/** Where "My messages" begins. */
export const messagesTitle = 'messages';

/** Takes one thing off this phone, when it is confirmed. */
export function ForgetOne({ warnings, onYes }: { warnings: AppKey[]; onYes: () => Promise<void> }) {
  const { t } = appWords;
  const forget = async () => {
    await onYes();
    // What was pressed is gone; whoever listens or moves by keyboard starts again at the title.
    document.getElementById(messagesTitle)?.focus();
  };
  return (
    <Confirm
      ask={t('forget.one')}
      warnings={warnings.map((warning) => t(warning))}
      yes={t('forget.yes')}
      no={t('forget.no')}
      failed={t('forget.failed')}
      onYes={forget}
    />
  );
}
