import type { Plugin } from 'vite';
import english from '../../locales/en/app.json' with { type: 'json' };

/** What an installed app is called that is not to be called Heard. Another id, so that one does not become the other. */
export function notesManifest(): Plugin {
  const name = english.install.notes;
  const icon = (file: string, size: number) => ({
    src: `/icons/${file}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  const manifest = {
    id: '/notes',
    name,
    short_name: name,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [icon('notes', 192), icon('notes', 512), { ...icon('notes-maskable', 512), purpose: 'maskable' }],
  };
  return {
    name: 'heard:notes-manifest',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest-notes.webmanifest', source: JSON.stringify(manifest) });
    },
  };
}
