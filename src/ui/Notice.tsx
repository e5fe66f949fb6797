import type { ComponentChildren } from 'preact';

/** A quiet word that belongs to what stands beside it. */
export function Notice({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="notice" id={id}>
      {children}
    </p>
  );
}

/** Something went wrong, in plain words and with a next step; read out at once. */
export function Trouble({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <p class="trouble" id={id} role="alert">
      {children}
    </p>
  );
}
