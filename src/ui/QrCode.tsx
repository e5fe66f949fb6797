import { useEffect, useState } from 'preact/hooks';
import { Trouble } from './Notice.tsx';

/** What a camera needs around the code to find it, in modules (ISO/IEC 18004). */
const quiet = 4;

/** A text as a QR code, drawn here and by nobody else: whoever drew it would have the key. */
export function QrCode({ text, label, failed }: { text: string; label: string; failed: string }) {
  const [code, setCode] = useState<{ path: string; size: number } | 'failed'>();
  useEffect(() => {
    draw(text).then(setCode, () => setCode('failed'));
  }, [text]);
  if (code === 'failed') return <Trouble>{failed}</Trouble>;
  if (!code) return null;
  const whole = code.size + 2 * quiet;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}>
      <rect x={-quiet} y={-quiet} width={whole} height={whole} />
      <path d={code.path} />
    </svg>
  );
}

async function draw(text: string): Promise<{ path: string; size: number }> {
  const [{ generate, correction }, { toSvgPath }] = await Promise.all([
    import('lean-qr/nano'),
    import('lean-qr/extras/svg'),
  ]);
  const code = generate(text, { minCorrectionLevel: correction.M });
  return { path: toSvgPath(code), size: code.size };
}
