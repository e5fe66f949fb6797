import council from 'virtual:council';
import { ombudsmanOffice } from '../domain/ombudsman.ts';
import { pageWords } from './page-words.ts';

interface WaysProps {
  name: string;
  phones: readonly string[];
  email?: string;
  website: string;
}

/** How to reach somebody: each way a line of its own, wide enough for a thumb. */
function Ways({ name, phones, email, website }: WaysProps) {
  const { t } = pageWords;
  const shown = new URL(website).hostname.replace(/^www\./, '');
  return (
    <div class="ways">
      <p>{name}</p>
      <ul>
        {phones.map((number) => (
          <li key={number}>
            <a href={`tel:${number.replaceAll(' ', '')}`}>{t('ring', { number })}</a>
          </li>
        ))}
        {email && <Email email={email} />}
        <li>
          <a href={website} rel="noreferrer">
            {t('visit', { website: shown })}
          </a>
        </li>
      </ul>
    </div>
  );
}

// A long address goes on in the next line where a person would break it.
function Email({ email }: { email: string }) {
  const [name, domain] = email.split('@');
  return (
    <li>
      <a href={`mailto:${email}`}>
        <span>
          {pageWords.t('write')}{' '}
          <bdi>
            {name}@<wbr />
            {domain}
          </bdi>
        </span>
      </a>
    </li>
  );
}

export function ComplaintsTeam() {
  return <Ways {...council.complaintsTeam} />;
}

// Offices of the whole country: the same for every council, and so not in a council's file.
const offices = {
  commissioner: { phones: ['0303 123 1113'], website: 'https://ico.org.uk' },
  ombudsman: { phones: [ombudsmanOffice.phone], website: ombudsmanOffice.website },
  equality: { phones: ['0808 800 0082'], website: 'https://www.equalityadvisoryservice.com' },
};

export function Office({ which }: { which: keyof typeof offices }) {
  return <Ways name={pageWords.t(`offices.${which}`)} {...offices[which]} />;
}
