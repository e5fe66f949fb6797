import { capture, withoutLocalPrograms } from './command.mjs';
import { runAsScript, say } from './say.mjs';

// Asks npm's registry whether a weakness is known in what the service runs on. Exit codes: 0 none is known, 1 some are,
// 2 the registry could not be asked, or does not offer it (a mirror inside a council often does not).

/**
 * @typedef {{ title?: string, url?: string }} Advisory
 * @typedef {{ severity: string, via: (string | Advisory)[], fixAvailable: boolean | object }} Weakness
 */

/**
 * What `npm audit --json` has said, for people and as an exit code.
 *
 * @param {string} output
 * @returns {{ code: 0 | 1 | 2, lines: string[] }}
 */
function readAudit(output) {
  /** @type {{ vulnerabilities?: Record<string, Weakness>, metadata?: { dependencies?: { prod?: number } }, message?: string }} */
  let report = {};
  try {
    report = JSON.parse(output.slice(output.indexOf('{')));
  } catch {
    // No report: said below.
  }
  if (!report.vulnerabilities) return { code: 2, lines: notAsked(report.message) };
  const found = Object.entries(report.vulnerabilities);
  const asked = report.metadata?.dependencies?.prod ?? 0;
  if (found.length === 0)
    return { code: 0, lines: [`No weakness is known in any of the ${asked} packages that run the service.`] };
  return {
    code: 1,
    lines: [
      `A weakness is known in ${found.length} of the ${asked} packages that run the service:`,
      ...found.flatMap(([name, weakness]) => describe(name, weakness)),
      'Update Heard to a version that has newer ones; where there is none yet, ask whether the weakness concerns you:',
      'the pages above say what has to be so for it to be used.',
    ],
  };
}

/** @param {string | undefined} message */
function notAsked(message) {
  return [
    'Skipped: the npm registry did not say whether a weakness is known.',
    `  ${message ?? 'It gave no answer that could be read.'}`,
    'A mirror of the registry often does not offer this (npm config get registry). Ask from a machine that reaches',
    'https://registry.npmjs.org, with the same package-lock.json: npm audit --omit=dev --package-lock-only',
  ];
}

/**
 * @param {string} name
 * @param {Weakness} weakness
 */
function describe(name, { severity, via, fixAvailable }) {
  const fix = fixAvailable ? 'a newer version mends it' : 'no version mends it yet';
  const because = via.map((each) => (typeof each === 'string' ? `through ${each}` : `${each.title}: ${each.url}`));
  return [`  ${name} (${severity}; ${fix})`, ...because.map((line) => `    ${line}`)];
}

async function audit() {
  Object.assign(process.env, withoutLocalPrograms());
  // A network that is away is said soon, and not after npm's usual minutes.
  const patience = ['--fetch-retries=0', '--fetch-timeout=30000'];
  const nothing = { output: '' };
  const { output } = await capture('npm', [
    'audit',
    '--omit=dev',
    '--package-lock-only',
    '--json',
    '--loglevel=silent',
    ...patience,
  ]).catch(() => nothing);
  const { code, lines } = readAudit(output);
  for (const line of lines) say(line);
  process.exitCode = code;
}

await runAsScript(audit);
