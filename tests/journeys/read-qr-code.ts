import type { BrowserContext } from '@playwright/test';
import jsQR from 'jsqr';

/** What a camera reads of a picture of a QR code; throws when it finds none. The picture is a PNG. */
export async function readQrCode(picture: Buffer, context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  // A browser knows how to read a PNG; one text crosses over much faster than as many numbers.
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const drawing = canvas.getContext('2d');
    drawing?.drawImage(bitmap, 0, 0);
    const data = drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { pixels: Array.from(data).join(), width: bitmap.width, height: bitmap.height };
  }, picture.toString('base64'));
  await page.close();
  // Only dark on light, as the plainest of cameras would.
  const code = jsQR(Uint8ClampedArray.from(pixels.split(',').map(Number)), width, height, {
    inversionAttempts: 'dontInvert',
  });
  if (!code) throw new Error('No QR code was found in the picture.');
  return code.data;
}
