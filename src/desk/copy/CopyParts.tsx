import { CopyPart } from '../../domain/investigator-copy.ts';
import { GroupFrame } from '../../ui/FieldFrame.tsx';
import { deskWords } from '../words.ts';

interface CopyPartsProps {
  parts: readonly CopyPart[];
  onChoose: (parts: readonly CopyPart[]) => void;
}

/** What an officer may put in, each with what it means. */
export function CopyParts({ parts, onChoose }: CopyPartsProps) {
  const { t } = deskWords;
  return (
    <GroupFrame id="copy-parts" class="ticks" label={t('copy.parts')} help={t('copy.partsHelp')}>
      {() =>
        CopyPart.options.map((part) => (
          <label key={part} class="tick">
            <input
              type="checkbox"
              checked={parts.includes(part)}
              onChange={({ currentTarget: { checked } }) =>
                onChoose(CopyPart.options.filter((each) => (each === part ? checked : parts.includes(each))))
              }
            />
            <span>
              {t(`copy.part.${part}`)}
              <span class="help">{t(`copy.part.${part}Help`)}</span>
            </span>
          </label>
        ))
      }
    </GroupFrame>
  );
}
