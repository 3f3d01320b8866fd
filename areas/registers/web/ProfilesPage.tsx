import profile from 'virtual:record/registers.profile';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../platform/lists/list.ts';
import { useActs, useFormat, useSession } from '../../../platform/shell/index.ts';
import { choices, ListPage, useList } from '../../../platform/shell/list/index.ts';
import { Buttons, Name } from '../../../platform/ui/index.ts';
import type { profileList } from '../domain/index.ts';
import { registerNames } from '../domain/names.ts';

type Profile = RowOf<typeof profileList>;

/** The ways to read files that people saved: looked over, called otherwise, or offered no more. */
export default function ProfilesPage() {
  const { t } = useTranslation('registers');
  return (
    <ListPage<typeof profileList>
      of={useList<typeof profileList>({ path: '/api/registers/profiles', at: '/registers/profiles', address: { register: 'text' } })}
      title={t('profiles.title')}
      lead={t('profiles.lead')}
      back={{ to: '/registers', label: t('wizard.back') }}
      filters={[{ label: t('home.register'), options: choices('register', registerNames, (one) => t(`register.${one}`)) }]}
      noneFound={t('profiles.none-found')}
      empty={[t('profiles.none'), t('profiles.none-more')]}
      columns={[
        { key: 'name', title: t('profiles.name'), main: true, cell: ({ name }) => <Name>{name}</Name> },
        { key: 'register', title: t('home.register'), cell: ({ register }) => t(`register.${register}`) },
        { key: 'headings', title: t('profiles.columns'), cell: ({ headings }) => <Headings of={headings} /> },
        { key: 'acts', title: t('history.acts'), cell: (row) => <Acts of={row} /> },
      ]}
    />
  );
}

function Acts({ of: { id, name } }: { readonly of: Profile }) {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  // What is in the list was not removed, and then both are possible.
  const next = ['rename', 'remove'].filter((act) => may(act, profile.kind));
  const acts = useActs({ id, next }, profile);
  const lead = (
    <p>
      <Name>{name}</Name>
      <br />
      <span className="soft">{t('profiles.remove-lead')}</span>
    </p>
  );
  return (
    <Buttons>
      {acts.button({ name: 'rename', fields: [{ name: 'name', label: t('profiles.name') }], held: { name } }, { of: name })}
      {acts.button({ name: 'remove', fields: [], about: lead }, { of: name })}
      {acts.dialog}
    </Buttons>
  );
}

const shownHeadings = 4;

function Headings({ of }: { readonly of: readonly string[] }) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  return (
    <span className="soft small">
      {of.slice(0, shownHeadings).map((header, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
        <span key={i}>
          {i > 0 && ' · '}
          <Name>{header}</Name>
        </span>
      ))}{' '}
      {of.length > shownHeadings && t('profiles.more-columns', { n: number(of.length - shownHeadings) })}
    </span>
  );
}
