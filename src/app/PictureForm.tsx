import council from 'virtual:council';
import { useRef, useState } from 'preact/hooks';
import { keyLength } from '../domain/picture-key.ts';
import { pictureGroups, pictures } from '../domain/pictures.ts';
import { readTypedPictures } from '../domain/typed-pictures.ts';
import { followByPictures } from '../sync/follow.ts';
import { Trouble } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type AppKey, appWords } from '../words/app-words.ts';
import { ChosenPictures } from './ChosenPictures.tsx';
import { PictureGrid } from './Picture.tsx';
import { otherPictureWords, pictureWord, pictureWords } from './picture-words.ts';
import { useAsking } from './use-asking.ts';

type Doubt = { is: 'near'; pictures: number[] } | { is: 'unknown' | 'twice'; word: string };

const groups = Object.entries(pictureGroups).map(([name, names]) => ({
  name: name as keyof typeof pictureGroups,
  pictures: names.map((each) => pictures.indexOf(each)),
}));

// Kept while this page stands, and nowhere else: whoever looks at the numbers to ring in between finds them here again.
let unfinished: number[] = [];

/** The seven pictures of somebody who comes back, typed or pressed, and what the council says to them. */
export function PictureForm({ onFollowed }: { onFollowed: (id: string) => void }) {
  const { t } = appWords;
  const [chosen, setChosen] = useState(unfinished);
  const [text, setText] = useState('');
  const [doubt, setDoubt] = useState<Doubt>();
  const box = useRef<HTMLFormElement>(null);
  const asking = useAsking(followByPictures, (id, isCurrent) => {
    if (isCurrent) choose([]);
    onFollowed(id);
  });

  const choose = (next: number[]) => {
    asking.drop();
    unfinished = next.slice(0, keyLength);
    setChosen(unfinished);
  };
  const focusBox = () => box.current?.querySelector('input')?.focus();
  // Takes what is known from the front of what was typed; the first that is not is asked about, and the rest waits.
  const read = (typed: string) => {
    const { known, doubted, rest } = readTypedPictures(typed, pictureWords(), otherPictureWords());
    const fresh = [...new Set(known)].filter((picture) => !chosen.includes(picture));
    const again = known.find((picture) => chosen.includes(picture));
    choose([...chosen, ...fresh]);
    if (doubted?.is === 'near') setDoubt({ is: 'near', pictures: doubted.pictures });
    else if (doubted) setDoubt({ is: 'unknown', word: doubted.word });
    else setDoubt(again === undefined ? undefined : { is: 'twice', word: pictureWord(again) });
    setText(rest);
    focusBox();
  };
  const takeNear = (picture: number) => {
    if (!chosen.includes(picture)) choose([...chosen, picture]);
    setDoubt(undefined);
    setText(readTypedPictures(text, pictureWords(), otherPictureWords()).after);
    focusBox();
  };
  const press = (picture: number) => {
    const next = chosen.includes(picture) ? chosen.filter((each) => each !== picture) : [...chosen, picture];
    choose(next);
    // The way forward may be some screens above.
    if (next.length === keyLength) box.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  };

  const missing = keyLength - chosen.length;
  const { state } = asking;
  const hasAnswer = state !== 'idle' && state !== 'asking';
  return (
    <form
      ref={box}
      class="key-ways"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) read(text);
        else if (missing === 0 && state !== 'asking') asking.ask(chosen);
        else focusBox();
      }}
    >
      <TextField
        name="picture"
        label={t('pictures.word')}
        help={t('pictures.wordHelp')}
        value={text}
        faultId={doubt ? 'picture-doubt' : undefined}
        onInput={(typed) => {
          setText(typed);
          setDoubt(undefined);
        }}
      />
      {doubt && doubt.is !== 'near' && (
        <Trouble id="picture-doubt">{t(`pictures.${doubt.is}`, { word: doubt.word })}</Trouble>
      )}
      {doubt?.is === 'near' && (
        <>
          <p id="picture-doubt" role="status">
            <strong>{t('pictures.near')}</strong>
          </p>
          <PictureGrid labelledBy="picture-doubt" pictures={doubt.pictures} onPick={takeNear} />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setDoubt(undefined);
              focusBox();
            }}
          >
            {t('pictures.noneOfThese')}
          </button>
        </>
      )}
      <ChosenPictures chosen={chosen} onChange={choose} />
      <p role="status" class="help">
        {state === 'asking' && t('pictures.asking')}
        {state === 'idle' && (missing === 0 ? t('pictures.full') : t('pictures.missing', { count: missing }))}
      </p>
      {hasAnswer && (
        <Trouble>{t(`pictures.answer.${state}`, { phone: council.complaintsTeam.phones[0] ?? '' })}</Trouble>
      )}
      <button type="submit" class="way-forward">
        {t(wayForward(text, asking.isWaiting))}
      </button>
      <fieldset class="find">
        <legend>{t('pictures.find')}</legend>
        {groups.map((group) => (
          <Group key={group.name} {...group} chosen={chosen} onPick={press} />
        ))}
      </fieldset>
    </form>
  );
}

function wayForward(text: string, isWaiting: boolean): AppKey {
  if (text.trim()) return 'pictures.add';
  return isWaiting ? 'pictures.again' : 'pictures.open';
}

interface GroupProps {
  name: keyof typeof pictureGroups;
  pictures: number[];
  chosen: number[];
  onPick: (picture: number) => void;
}

function Group({ name, pictures: shown, chosen, onPick }: GroupProps) {
  const [wasOpened, setOpened] = useState(false);
  const id = `pictures-${name}`;
  return (
    <details class="row" onToggle={() => setOpened(true)}>
      <summary id={id}>{appWords.t(`pictures.group.${name}`)}</summary>
      {wasOpened && <PictureGrid labelledBy={id} pictures={shown} picked={chosen} onPick={onPick} />}
    </details>
  );
}
