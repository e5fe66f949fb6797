import { sealedType } from '../../src/domain/sealing.ts';
import { planted } from './any-text.ts';
import type { Asked } from './asked.ts';
import { canBeSealed } from './sealed.ts';
import type { Wire } from './wire.ts';

const otherMethods = ['DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD'];

/** The request with what else is wrong with it, and what must come of it then. */
export function withFlaw(wire: Wire, { flaw, operation, body }: Asked): Wire {
  const withHeader = (...more: [string, string][]): Wire => {
    const names = more.map(([name]) => name);
    return { ...wire, headers: [...wire.headers.filter(([name]) => !names.includes(name)), ...more] };
  };
  const refuse = (made: Wire): Wire => ({ ...made, must: 'refuse' });
  const either = (made: Wire): Wire => ({ ...made, must: made.must === 'refuse' ? 'refuse' : 'either' });
  const ifBody = (made: () => Wire): Wire => (wire.bytes ? refuse(made()) : wire);
  const ifGuarded = (made: Wire): Wire => (operation.codes.has('foreign-origin') ? refuse(made) : made);
  const marks = wire.path.includes('?') ? '&' : '?';
  switch (flaw) {
    case 'another content type':
      return ifBody(() => withHeader(['Content-Type', 'text/plain']));
    case 'no content type':
      return ifBody(() => ({ ...wire, headers: wire.headers.filter(([name]) => name !== 'Content-Type') }));
    case 'another charset':
      return ifBody(() => withHeader(['Content-Type', 'application/json; charset=utf-16']));
    case 'broken gzip':
    case 'good gzip':
      return ifBody(() => withHeader(['Content-Encoding', 'gzip']));
    case 'broken deflate':
      return ifBody(() => withHeader(['Content-Encoding', 'deflate']));
    case 'broken br':
      return ifBody(() => withHeader(['Content-Encoding', 'br']));
    case 'an unknown encoding':
      return ifBody(() => withHeader(['Content-Encoding', planted]));
    case 'sealed':
      return canBeSealed(operation, wire) ? wire : ifBody(() => withHeader(['Content-Type', sealedType]));
    case 'sealed and altered':
    case 'sealed for another':
      // What is no text goes as it is.
      if (body?.textBreak) return wire;
      return ifBody(() => (canBeSealed(operation, wire) ? wire : withHeader(['Content-Type', sealedType])));
    case 'another method':
      return { ...wire, method: otherMethods[wire.path.length % otherMethods.length] ?? 'DELETE', must: 'either' };
    case 'another site':
      return ifGuarded(withHeader(['Origin', `https://${planted}.example`]));
    case 'an origin that is none':
      return ifGuarded(withHeader(['Origin', 'null']));
    case 'the site said to be another':
      return ifGuarded({
        ...wire,
        headers: [...wire.headers.filter(([name]) => name !== 'Origin'), ['Sec-Fetch-Site', 'cross-site']],
      });
    case 'an unknown parameter':
      return either({ ...wire, path: `${wire.path}${marks}${planted}=1` });
    case 'a parameter twice':
      return either({ ...wire, path: `${wire.path}${marks}limit=1&limit=2&filter=all&filter=late` });
    case 'half a percent sign':
      return either({ ...wire, path: `${wire.path}${marks}q=%&q=%zz%c3%28` });
    case 'NUL in the address':
      return refuse({ ...wire, path: `${wire.path.split('?')[0]}%00${planted}` });
    case 'a long address':
      return either({ ...wire, path: `${wire.path}${marks}q=${planted.repeat(900)}` });
    case 'way up the folders':
      return refuse({ ...wire, path: `${wire.path.split('?')[0]}/..%2f..%2f..%2f${planted}%2fetc%2fpasswd` });
    case 'many headers':
      return {
        ...wire,
        headers: [
          ...wire.headers,
          ...Array.from(
            { length: 80 },
            (_, index) => [`X-${planted}-${index}`, planted.repeat(10)] as [string, string],
          ),
        ],
      };
    case 'a header of no letters':
      return { ...wire, headers: [...wire.headers, ['X-Odd', `\x80\xff\t${planted}`]] };
    case 'a body where none belongs':
      return wire.bytes
        ? wire
        : either({
            ...wire,
            bytes: Buffer.from(`{"${planted}":1}`),
            headers: [...wire.headers, ['Content-Type', 'application/json']],
          });
    default:
      return wire;
  }
}
