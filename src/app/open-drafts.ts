const name = 'heard-draft-open';

/** Says to every tab that a draft is open in this one. Gives the function that says it no longer is. */
export function holdDraftOpen(): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks.request(name, { mode: 'shared' }, () => held);
  return () => letGo();
}

export async function isDraftOpenSomewhere(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === name);
}
