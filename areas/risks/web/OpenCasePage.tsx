import { useTranslation } from 'react-i18next';
import { Await, useFormat, useParam, useParts } from '../../../platform/shell/index.ts';
import { Badge, Badges, Facts, Name, Page, Section } from '../../../platform/ui/index.ts';
import type { Child } from '../contract/index.ts';
import { useRead } from './api.ts';

interface Known {
  readonly child: Pick<Child, 'person' | 'name' | 'ward' | 'born'> & { readonly source: 'risk-list' };
}

/** A case for a child of the list: what is known comes with it, and the area of cases asks the rest. */
export default function OpenCasePage() {
  const { t } = useTranslation('risks');
  const { age, ward: wardName } = useFormat();
  const id = useParam('id');
  const found = useRead('/api/risks/child/{id}', { id });
  const forms = useParts<Known>('risks.open-case');
  return (
    <Page title={t('child.open-case')} lead={t('child.open-case-lead')} back={{ to: `/risks/${id}`, label: t('child.title') }}>
      <Await of={found}>
        {({ person, name, ward, born, reasons }) => (
          <>
            <Section>
              <Facts
                facts={[
                  [t('list.name'), <Name key="name">{name || t('list.no-name')}</Name>],
                  [t('list.age'), age(born)],
                  [t('list.ward'), ward && wardName(ward)],
                  [
                    t('child.why'),
                    <Badges key="reasons">
                      {reasons.map(({ rule }) => (
                        <Badge key={rule}>{t(`rule.${rule}.name`)}</Badge>
                      ))}
                    </Badges>,
                  ],
                ]}
              />
            </Section>
            <Section>{forms.map(({ draw }) => draw({ child: { person, name, ward, born, source: 'risk-list' } }))}</Section>
          </>
        )}
      </Await>
    </Page>
  );
}
