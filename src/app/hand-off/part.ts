/** What few need of handing on and carrying, in one file of its own. */
export { forgetCarried } from '../../device/carry.ts';
export { CarriedItems } from './CarriedItems.tsx';
export { CarryForm } from './CarryForm.tsx';
export { HandOffWays } from './HandOffWays.tsx';
