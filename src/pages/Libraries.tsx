import type { Library } from './facts.ts';
import { pageWords } from './page-words.ts';

/** What others have written that is part of the app, with the terms on which they gave it. */
export function Libraries({ libraries }: { libraries: Library[] }) {
  const { t } = pageWords;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('libraries.name')}</th>
          <th scope="col">{t('libraries.version')}</th>
          <th scope="col">{t('libraries.licence')}</th>
        </tr>
      </thead>
      <tbody>
        {libraries.map(({ name, version, licence }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{version}</td>
            <td>{licence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
