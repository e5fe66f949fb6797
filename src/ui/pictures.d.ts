/** The address of each picture, made at build. */
declare module 'virtual:pictures' {
  import type { PictureName } from './art/pictures.ts';

  const addresses: Readonly<Record<PictureName, string>>;
  export default addresses;
}
