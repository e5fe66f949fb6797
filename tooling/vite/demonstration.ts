import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'lightningcss';
import type { Plugin } from 'vite';
import madeUp from '../../locales/en/made-up.json' with { type: 'json' };
import { directionOf } from '../../src/words/languages.ts';

/** The mode in which `npm run demo` builds: pages of their own, so that no page of the council's is taken for one. */
export const demoMode = 'demo';

/**
 * Says on every page of a demonstration that it is one, before any script has run and without a network: it stands in
 * the page itself, beside what the app draws, and is put away with it. The neutral page alone has nothing of it, for
 * nothing on that one may say what else is at this address.
 */
export function demonstration(): Plugin {
  let isDemo = false;
  return {
    name: 'heard:demonstration',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ mode }) => {
      isDemo = mode === demoMode;
    },
    generateBundle(_, bundle) {
      if (!isDemo) return;
      const style = `<style>${transform({ filename: file, code: readFileSync(file), minify: true }).code}</style>`;
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.html') || asset.fileName.startsWith('clock/'))
          continue;
        const bar = asset.fileName === 'desk.html' ? barOf('desk') : barOf('app');
        asset.source = String(asset.source)
          .replace('</head>', `  ${style}\n  </head>`)
          .replace(/<body[^>]*>/, (body) => `${body}\n    ${bar}`);
      }
    },
  };
}

const file = 'src/ui/demonstration.css';

/** A child is told in every language that has words for it, of which the style shows that of the page; staff in English. */
function barOf(where: 'app' | 'desk'): string {
  const all = where === 'app' ? textsForChildren() : [{ language: 'en', text: madeUp.bar }];
  const shown = all.map(({ language }) => `:root:lang(${language}) .demonstration :lang(${language})`).join(',');
  const paragraphs = all.map(
    ({ language, text }) => `<p lang="${language}" dir="${directionOf(language)}" data-unread>${text}</p>`,
  );
  return `<style>${shown}{display:block}</style><aside class="demonstration">${paragraphs.join('')}</aside>`;
}

function textsForChildren(): { language: string; text: string }[] {
  return readdirSync('locales').flatMap((language) => {
    const words = path.join('locales', language, 'demo.json');
    return existsSync(words) ? [{ language, text: JSON.parse(readFileSync(words, 'utf8')).app }] : [];
  });
}
