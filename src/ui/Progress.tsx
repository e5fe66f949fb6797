/** Where we are: a row of pebbles, the present one long. */
export function Progress({ step, steps, label }: { step: number; steps: number; label: string }) {
  return (
    <p class="progress">
      <span class="unseen">{label}</span>
      {Array.from({ length: steps }, (_, index) => (
        <i key={`step ${index + 1}`} class={index + 1 < step ? 'past' : index + 1 === step ? 'here' : ''} />
      ))}
    </p>
  );
}
