import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Button,
  Empty,
  Link,
  Name,
  Notice,
  Page,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../../platform/ui/index.ts';
import './people.css';
import { useAsk } from './api.ts';

interface Typed {
  readonly text: string;
  readonly ward: string;
  readonly from: string;
  readonly to: string;
}
const nothing: Typed = { text: '', ward: '', from: '', to: '' };
/** The last search stays in memory while the app is open, for the way back from a person; it never stands in the address. */
const lastSearch = ['people', 'last-search'];
const isYear = (text: string) => text === '' || /^\d{4}$/.test(text);

const questionOf = ({ text, ward, from, to }: Typed) => ({
  text: text.trim(),
  ...(ward ? { ward } : {}),
  ...(from ? { bornFrom: Number(from) } : {}),
  ...(to ? { bornTo: Number(to) } : {}),
});

/**
 * People found by a name or number. No `ListPage`: of those found the names are opened and ranked by how alike they are, so that there are no
 * pages to ask for, and nothing is asked before somebody presses the button.
 */
export default function PeoplePage() {
  const { t } = useTranslation('people');
  const { city } = useSession();
  const { ward } = useFormat();
  const client = useQueryClient();
  const [searched, setSearched] = useState<Typed | undefined>(() => client.getQueryData<Typed>(lastSearch));
  const [typed, setTyped] = useState(searched ?? nothing);
  const [wrong, setWrong] = useState(false);
  const set = (field: keyof Typed) => (value: string) => setTyped({ ...typed, [field]: value });
  const search = () => {
    const years = isYear(typed.from) && isYear(typed.to);
    setWrong(!years);
    if (!years) return;
    client.setQueryData(lastSearch, typed);
    setSearched(typed);
  };
  return (
    <Page title={t('nav')} lead={t('search.lead')}>
      <Section>
        <form
          className="people-search"
          onSubmit={(event) => {
            event.preventDefault();
            search();
          }}
        >
          <div className="filters">
            <TextField label={t('search.text')} type="search" value={typed.text} onChange={set('text')} grow />
            <SelectField
              label={t('search.ward')}
              value={typed.ward}
              onChange={set('ward')}
              options={[['', t('search.all-wards')], ...city.wards.map((code) => [code, ward(code)] as const)]}
            />
            <TextField
              label={t('search.born-from')}
              value={typed.from}
              onChange={set('from')}
              inputMode="numeric"
              error={wrong && !isYear(typed.from) ? t('search.years-wrong') : undefined}
            />
            <TextField
              label={t('search.born-to')}
              value={typed.to}
              onChange={set('to')}
              inputMode="numeric"
              error={wrong && !isYear(typed.to) ? t('search.years-wrong') : undefined}
            />
            <Button kind="primary" type="submit">
              {t('search.submit')}
            </Button>
          </div>
          <p className="soft small">
            {t('search.text-hint')} {t('search.privacy')}
          </p>
        </form>
        {searched ? <Found searched={searched} /> : <Empty title={t('search.begin')}>{t('search.begin-more')}</Empty>}
      </Section>
    </Page>
  );
}

function Found({ searched }: { readonly searched: Typed }) {
  const { t } = useTranslation('people');
  const { date, ward } = useFormat();
  const found = useAsk('/api/people/search', questionOf(searched));
  return (
    <Await of={found}>
      {({ rows, more }) =>
        rows.length === 0 ? (
          <Empty title={t('search.none')}>{t('search.none-more')}</Empty>
        ) : (
          <div className="stack" aria-busy={found.isPlaceholderData}>
            <p role="status" className="soft">
              {t('search.found', { count: rows.length })}
            </p>
            {more && <Notice>{t('search.more')}</Notice>}
            <Table
              caption={t('nav')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  title: t('search.name'),
                  main: true,
                  cell: (person) => (
                    <>
                      <Link className="person-link" to="/people/$id" params={{ id: person.id }}>
                        <Name>{person.name || t('search.no-name')}</Name>
                      </Link>
                      <OtherNames names={person.names} />
                    </>
                  ),
                },
                { key: 'born', title: t('search.born'), cell: (person) => person.birthDate && date(person.birthDate) },
                { key: 'mother', title: t('search.mother'), cell: (person) => person.mother && <Name>{person.mother}</Name> },
                { key: 'ward', title: t('search.ward'), cell: (person) => person.ward && <Name>{ward(person.ward)}</Name> },
                {
                  key: 'registers',
                  title: t('search.registers'),
                  cell: (person) => (
                    <Badges>
                      {person.registers.map((register) => (
                        <Badge key={register}>{t(`registers:register.${register}`)}</Badge>
                      ))}
                    </Badges>
                  ),
                },
              ]}
            />
          </div>
        )
      }
    </Await>
  );
}

/** The same name as other registers write it. */
function OtherNames({ names }: { readonly names: readonly string[] }) {
  if (names.length < 2) return null;
  return (
    <ul className="other-names soft small">
      {names.slice(1, 4).map((name) => (
        <li key={name}>
          <Name>{name}</Name>
        </li>
      ))}
    </ul>
  );
}
