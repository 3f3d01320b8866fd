import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Button, Buttons, Dialog, Empty, Name, Page, Section, Table, useToast } from '../../../platform/ui/index.ts';
import type { Profiles } from '../contract/index.ts';
import { useRead } from './api.ts';

type Profile = Profiles['rows'][number];
interface Asked {
  readonly act: 'rename' | 'remove';
  readonly profile: Profile;
}

/** The ways to read files that people saved: looked over, called otherwise, or offered no more. */
export default function ProfilesPage() {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const [asked, setAsked] = useState<Asked>();
  const profiles = useRead('/api/registers/profiles');
  const say = useToast();
  const close = () => setAsked(undefined);
  return (
    <Page title={t('profiles.title')} lead={t('profiles.lead')} back={{ to: '/registers', label: t('wizard.back') }}>
      <Section>
        <Await of={profiles}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t('profiles.none')}>{t('profiles.none-more')}</Empty>
            ) : (
              <Table
                caption={t('profiles.title')}
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'name', title: t('profiles.name'), main: true, cell: ({ name }) => <Name>{name}</Name> },
                  { key: 'register', title: t('home.register'), cell: ({ register }) => t(`register.${register}`) },
                  { key: 'columns', title: t('profiles.columns'), cell: ({ columns }) => <Headings of={columns} /> },
                  {
                    key: 'acts',
                    title: t('history.acts'),
                    cell: (profile) => (
                      <Buttons>
                        {may('rename', 'registers.profile') && (
                          <Button onPress={() => setAsked({ act: 'rename', profile })}>{t('profiles.rename')}</Button>
                        )}
                        {may('remove', 'registers.profile') && (
                          <Button onPress={() => setAsked({ act: 'remove', profile })}>{t('profiles.remove')}</Button>
                        )}
                      </Buttons>
                    ),
                  },
                ]}
              />
            )
          }
        </Await>
      </Section>
      {asked && (
        <Dialog title={t(`profiles.${asked.act}-title`)} isOpen onClose={close}>
          <CommandForm
            kind="registers.profile"
            id={asked.profile.id}
            name={asked.act}
            submit={t(`profiles.${asked.act}`)}
            fields={
              asked.act === 'rename'
                ? [{ kind: 'line', name: 'name', label: t('profiles.name'), required: true, starts: asked.profile.name }]
                : []
            }
            about={
              asked.act === 'remove' && (
                <p>
                  <Name>{asked.profile.name}</Name>
                  <br />
                  <span className="soft">{t('profiles.remove-lead')}</span>
                </p>
              )
            }
            onDone={() => {
              say(t(`profiles.${asked.act}d`));
              close();
            }}
            onClose={close}
          />
        </Dialog>
      )}
    </Page>
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
