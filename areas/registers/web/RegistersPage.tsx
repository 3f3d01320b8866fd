import { useTranslation } from 'react-i18next';
import { Await, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Buttons, Empty, LinkButton, Page, Section, Table } from '../../../platform/ui/index.ts';
import type { Imports, Summary } from '../contract/index.ts';
import { History } from './History.tsx';
import { QualitySection } from './QualitySection.tsx';
import { registerOrder } from './registerFields.ts';
import './registers.css';
import { useRead } from './api.ts';

/** What the city has, how good it is, and how it came in. */
export default function RegistersPage() {
  const { t } = useTranslation('registers');
  const { may } = useSession();
  const summary = useRead('/api/registers/summary');
  const imports = useRead('/api/registers/imports');
  const brings = may('start', 'registers.import');
  const isNew = summary.data?.registers.length === 0 && imports.data?.rows.length === 0;
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
            {registerOrder.map((register) => (
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
        <Await of={summary}>{(found) => <Has summary={found} imports={imports.data} />}</Await>
      </Section>
      <History />
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

function Has({ summary, imports }: { readonly summary: Summary; readonly imports: Imports | undefined }) {
  const { t } = useTranslation('registers');
  const { number, moment } = useFormat();
  const rows = registerOrder.map((register) => ({
    register,
    ...(summary.registers.find((one) => one.register === register) ?? { present: 0, gone: 0 }),
    brought: imports?.rows.find((one) => one.register === register && one.status === 'finished')?.startedAt,
  }));
  return (
    <Table
      caption={t('home.has')}
      rows={rows}
      keyOf={({ register }) => register}
      columns={[
        { key: 'register', title: t('home.register'), main: true, cell: ({ register }) => t(`register.${register}`) },
        { key: 'present', title: t('home.present'), end: true, cell: ({ present }) => number(present) },
        { key: 'gone', title: t('home.gone'), end: true, cell: ({ gone }) => number(gone) },
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
