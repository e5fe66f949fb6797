import type { SealingKeyTold } from '../../src/domain/sealing.ts';

/** A key of the tests (tests/golden/sealing-keys.json), of no use to anyone else. */
export const councilKey: SealingKeyTold = {
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: '3CwNK9IXckajN6io-m-PhAilQWzT6eLuIe-YJL4-6mA',
    y: 'sJlMa2FRaLv8brMK8pzwAPE5wf4TxeroMe6Ti4Nl-kE',
    kid: 'ELaTIrW1A1cXcEdTkqPBR_caefIiFzp2r4VaEOVPQV0',
  },
  fingerprint: '10B6 9322 B5B5 0357 1770',
};

/** Another one of theirs. */
export const secondKey: SealingKeyTold = {
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: 'kfmFyzbnaselu-vomBQuuMbPdLleqFplaci1HO3LtT8',
    y: '94WBEIqeHTl1JIM_2pdhEFmtzn2iiOcLOdlLpeC7BfI',
    kid: '9BltUIoql1jRJ4HlFwAscUpy9t-FDHDC23xy6IUOQ30',
  },
  fingerprint: 'F419 6D50 8A2A 9758 D127',
};

/** The private half of the first. */
export const privateHalf = {
  kty: 'EC',
  crv: 'P-256',
  x: '3CwNK9IXckajN6io-m-PhAilQWzT6eLuIe-YJL4-6mA',
  y: 'sJlMa2FRaLv8brMK8pzwAPE5wf4TxeroMe6Ti4Nl-kE',
  d: 'DZ9Ems9z5G66pjcoiyF36VvwtWFcLjGcO8o4n2D6ZHc',
};
