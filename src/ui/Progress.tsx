const mostDots = 5;

/** Where we are: a row of pebbles, the present one long. Never more than five, for a long row looks like a long way. */
export function Progress({ step, steps, label }: { step: number; steps: number; label: string }) {
  const dots = Math.min(steps, mostDots);
  const here = Math.ceil((step / steps) * dots);
  return (
    <p class="progress">
      <span class="unseen">{label}</span>
      {Array.from({ length: dots }, (_, index) => (
        <i key={`dot ${index + 1}`} class={index + 1 < here ? 'past' : index + 1 === here ? 'here' : ''} />
      ))}
    </p>
  );
}
