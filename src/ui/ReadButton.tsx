interface ReadButtonProps {
  label: string;
  isReading?: boolean;
  /** Not shown yet: a page of which no script runs but what works this button. */
  isHidden?: boolean;
  /** Small, beside what it reads, and not in a bar. */
  isSmall?: boolean;
  /** Ids of the words that say what is read, where there are several such buttons. */
  describedBy?: string | undefined;
  onPress?: () => void;
  /** About to be pressed, perhaps. */
  onNear?: () => void;
}

/** Reads aloud, and pressed again stops. */
export function ReadButton(props: ReadButtonProps) {
  const { label, isReading = false, isHidden = false, isSmall = false, describedBy, onPress, onNear } = props;
  return (
    <button
      type="button"
      class={isSmall ? 'read-small' : 'read'}
      hidden={isHidden}
      aria-describedby={describedBy}
      // Never read out itself, whatever it stands in.
      data-unread
      onClick={onPress}
      onPointerDown={onNear}
      onFocus={onNear}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" class={isReading ? 'reading' : undefined}>
        <path class="sound" d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />
        <path class="end" d="M7 7h10v10H7z" />
      </svg>
      <span class={isSmall ? 'unseen' : undefined}>{label}</span>
    </button>
  );
}
