import path from 'node:path';
import type { Plugin } from 'vite';
import type { Council } from '../../src/domain/council.ts';
import { loadCouncil } from '../../src/server/council-file.ts';

const name = 'virtual:council';
const resolved = `\0${name}`;

const councilFile = process.env.HEARD_COUNCIL || 'council/shropshire.json';

/** The whole file of the council that the app is built for. */
export function loadCouncilFile(): Council {
  return loadCouncil(councilFile);
}

/**
 * Gives the app the part of the council's file that it shows, at build time: numbers to ring must stand in the page
 * itself, before any script has run and without a network. HEARD_COUNCIL names the file, as it does for the server.
 */
export function council(): Plugin {
  return {
    name: 'heard:council',
    resolveId: (id) => (id === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      // The development server takes what is watched for an import, and finds only a whole path.
      this.addWatchFile(path.resolve(councilFile));
      const { name: own, shortName, complaintsTeam, safety, hideTo, languages, services } = loadCouncilFile();
      // Of a service only what it is called: who works in which team is not the app's to know.
      const shown = services.map(({ id: service, name: called }) => ({ id: service, name: called }));
      const part = { name: own, shortName, complaintsTeam, safety, hideTo, languages, services: shown };
      return `export default ${JSON.stringify(part)};`;
    },
  };
}
