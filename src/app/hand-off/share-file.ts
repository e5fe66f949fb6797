/** Whether this browser hands a text to another app as a file (https://w3c.github.io/web-share/). */
export function sharesFiles(): boolean {
  return navigator.canShare?.({ files: [asFile('a.txt', '')] }) ?? false;
}

/** Lets the person choose who gets it. False when they turned away from it, or the browser would not. */
export async function shareFile(name: string, text: string): Promise<boolean> {
  try {
    await navigator.share({ files: [asFile(name, text)] });
    return true;
  } catch {
    return false;
  }
}

// Of the kinds that browsers agree to share it is the one that holds a text.
function asFile(name: string, text: string): File {
  return new File([text], name, { type: 'text/plain' });
}
