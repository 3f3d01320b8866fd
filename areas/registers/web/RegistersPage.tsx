import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Buttons, Empty, Link, LinkButton, Page, Section, Table } from '../../../platform/ui/index.ts';
import type { Summary } from '../contract/index.ts';
import { registerNames } from '../domain/names.ts';
import { useAsk, useRead } from './api.ts';
import { QualitySection } from './QualitySection.tsx';
import { useImportColumns } from './useImportColumns.tsx';
import './registers.css';

/** What the city has, how good it is, and how it came in. */
export default function RegistersPage() {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const summary = useRead('/api/registers/summary');
  const brings = may('start', 'registers.import');
  const isNew = summary.data?.registers.length === 0 && !summary.data.isBegun;
  const bring = brings && (
    <LinkButton kind="primary" to="/registers/import">
      {t('home.import')}
    </LinkButton>
  );
  if (isNew)
    return (
      <Page title={t('nav')}>
        <Section>
          <Empty title={t('home.new-title')} action={bring || <p>{t('home.new-who')}</p>}>
            {t('home.new-lead')}
          </Empty>
          <ul className="register-kinds">
            {registerNames.map((register) => (
              <li key={register}>
                <h2>{t(`register.${register}`)}</h2>
                <p className="soft">{t(`register-is.${register}`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      </Page>
    );
  return (
    <Page title={t('nav')} lead={t('home.lead')} actions={bring}>
      <Section title={t('home.has')}>
        <Await of={summary}>{(found) => <Has summary={found} />}</Await>
      </Section>
      <Latest />
      <QualitySection />
      {may('read', 'registers.profile') && (
        <Section title={t('profiles.title')}>
          <p className="soft">{t('profiles.lead')}</p>
          <Buttons>
            <LinkButton to="/registers/profiles">{t('profiles.look')}</LinkButton>
          </Buttons>
        </Section>
      )}
    </Page>
  );
}

const latest = 5;

/** The last imports; those that run are followed as they go. */
function Latest() {
  const { t } = useTranslation('registers');
  const imports = useAsk('/api/registers/imports', {});
  const columns = useImportColumns();
  return (
    <Section title={t('history.title')} aside={<LinkButton to="/registers/imports">{t('history.all')}</LinkButton>}>
      <Await of={imports}>
        {({ rows }) => <Table caption={t('history.title')} rows={rows.slice(0, latest)} keyOf={({ id }) => id} columns={columns} />}
      </Await>
    </Section>
  );
}

function Has({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('registers');
  const { number, moment } = useFormat();
  const { may } = useSession();
  const rows = registerNames.map(
    (register) => summary.registers.find((one) => one.register === register) ?? { register, present: 0, gone: 0, unread: 0, brought: null },
  );
  const toRead = {
    key: 'unread',
    title: t('home.unread'),
    end: true,
    cell: ({ unread }: (typeof rows)[number]) =>
      unread === 0 ? null : may('mend', 'registers.entry') ? <Link to="/registers/unread">{number(unread)}</Link> : number(unread),
  };
  return (
    <Table
      caption={t('home.has')}
      rows={rows}
      keyOf={({ register }) => register}
      columns={[
        { key: 'register', title: t('home.register'), main: true, cell: ({ register }) => t(`register.${register}`) },
        { key: 'present', title: t('home.present'), end: true, cell: ({ present }) => number(present) },
        { key: 'gone', title: t('home.gone'), end: true, cell: ({ gone }) => number(gone) },
        ...(rows.some(({ unread }) => unread > 0) ? [toRead] : []),
        {
          key: 'brought',
          title: t('home.brought'),
          cell: ({ brought, present }) =>
            brought ? moment(brought) : present === 0 ? <span className="soft">{t('home.never')}</span> : null,
        },
      ]}
    />
  );
}
