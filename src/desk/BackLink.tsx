/** The way back to where somebody came from, first on its page. */
export function BackLink({ to, words }: { to: string; words: string }) {
  return (
    <a class="back" href={to}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M15 4l-8 8 8 8" />
      </svg>
      {words}
    </a>
  );
}
