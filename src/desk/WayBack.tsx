import { useState } from 'preact/hooks';
import { followLink } from '../domain/follow-link.ts';
import { WayBack as WayBackBody } from '../domain/way-back.ts';
import { useFocus } from '../ui/use-focus.ts';
import { giveWayBack } from './api.ts';
import { Field } from './Field.tsx';
import { newFollowKey } from './hearing.ts';
import { ShortForm } from './ShortForm.tsx';
import type { ActingNeeds } from './use-acting.ts';
import { deskWords } from './words.ts';

/** For a child who has lost every way of their own: a link, shown once, with who asked and how staff are sure. */
export function WayBack({ it, onChanged, onSessionEnded }: ActingNeeds) {
  const { t } = deskWords;
  const [given, setGiven] = useState<string>();
  return (
    <details class="way-back">
      <summary>{t('wayBack.title')}</summary>
      {given ? (
        <Given followKey={given} />
      ) : (
        <>
          <p>{t('wayBack.why')}</p>
          <ShortForm
            send={t('wayBack.send')}
            sending={t('wayBack.sending')}
            check={(fields) => faultsOf(bodyOf(fields))}
            ask={async (fields) => {
              const body = bodyOf(fields);
              const answer = await giveWayBack(it.id, body);
              return 'value' in answer ? { value: { detail: answer.value, followKey: body.followKey } } : answer;
            }}
            onDone={({ detail, followKey }) => {
              setGiven(followKey);
              onChanged(detail);
            }}
            onSessionEnded={onSessionEnded}
          >
            {(faults) => (
              <>
                <Field id="who" label={t('wayBack.who')} autocomplete="off" fault={faults.who} />
                <Field
                  id="how"
                  label={t('wayBack.how')}
                  help={t('wayBack.howHelp')}
                  autocomplete="off"
                  fault={faults.how}
                />
                <label class="tick">
                  <input type="checkbox" name="endOthers" autocomplete="off" /> <span>{t('wayBack.endOthers')}</span>
                </label>
                <p class="help">{t('wayBack.endOthersHelp')}</p>
              </>
            )}
          </ShortForm>
        </>
      )}
    </details>
  );
}

function Given({ followKey }: { followKey: string }) {
  const { t } = deskWords;
  const note = useFocus<HTMLParagraphElement>();
  return (
    <>
      <p tabIndex={-1} ref={note}>
        {t('wayBack.given')}
      </p>
      <div class="field">
        <label for="way-back-link">{t('wayBack.link')}</label>
        <input id="way-back-link" type="text" readOnly value={followLink(location.origin, followKey)} />
      </div>
    </>
  );
}

function bodyOf({ who = '', how = '', endOthers }: Record<string, string>): WayBackBody {
  return { followKey: newFollowKey(), who: who.trim(), how: how.trim(), endOthers: endOthers !== undefined };
}

function faultsOf(body: WayBackBody): Record<string, string> {
  const parsed = WayBackBody.safeParse(body);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  return Object.fromEntries(wrong.map((field) => [field, deskWords.t('field.missing')]));
}
