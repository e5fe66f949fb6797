/**
 * Runs at the end of each page that is only read: how large and in which letters is chosen here as in the app, and kept
 * with it.
 */
import { inOneLine, keepOwnLook, type Look, readOwnLook } from '../device/own-look.ts';
import { foldAway, wearLook } from '../ui/look.ts';

const look = document.querySelector<HTMLElement>('.look');
const button = look?.querySelector('button');
const panel = look?.querySelector<HTMLElement>('.look-panel');
if (look && button && panel) {
  const open = (isOpen: boolean) => {
    panel.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
  };
  button.onclick = () => open(Boolean(panel.hidden));
  foldAway(look, () => open(false));
}

const inputs = document.querySelectorAll<HTMLInputElement>('.look input');

function show(): void {
  const chosen = readOwnLook();
  for (const input of inputs) input.checked = input.value === chosen[input.name as keyof Look];
  void wearLook(inOneLine(chosen));
}

for (const input of inputs) {
  input.onchange = () => {
    const chosen = { ...readOwnLook(), [input.name]: input.value };
    keepOwnLook(chosen);
    void wearLook(inOneLine(chosen));
  };
}
show();
// Come back to as it was left: it may have been changed in the app meanwhile.
addEventListener('pageshow', show);
