import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useRead } from '../../../platform/shell/index.ts';
import { Bars, Section, SelectField } from '../../../platform/ui/index.ts';
import type { RegisterQuality } from './answers.ts';
import { fieldOrder, registerOrder } from './registerFields.ts';

/** How well each register was filled when it was last brought: figures only. */
export function QualitySection() {
  const { t } = useTranslation('registers');
  const [chosen, setChosen] = useState('');
  const quality = useRead<{ registers: RegisterQuality[] }>('/api/registers/quality');
  return (
    <Section title={t('home.quality')}>
      <Await of={quality}>
        {({ registers }) => {
          const known = registerOrder.flatMap((name) => registers.find(({ register }) => register === name) ?? []);
          const shown = known.find(({ register }) => register === chosen) ?? known[0];
          if (!shown) return <p className="soft">{t('home.quality-none')}</p>;
          return (
            <>
              <SelectField
                label={t('home.quality-of')}
                value={shown.register}
                onChange={setChosen}
                options={known.map(({ register }) => [register, t(`register.${register}`)] as const)}
              />
              <Filled of={shown} />
            </>
          );
        }}
      </Await>
    </Section>
  );
}

function Filled({ of: { counts, quality, endedAt } }: { readonly of: RegisterQuality }) {
  const { t, i18n } = useTranslation('registers');
  const { number, moment } = useFormat();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const taken = counts.rows - counts.setAside;
  const share = (n: number, of: number) => percent.format(of === 0 ? 0 : n === of ? 1 : Math.min(0.99, n / of));
  const fields = fieldOrder.flatMap((field) => {
    const n = quality.filled[field];
    return n === undefined ? [] : [{ field, n }];
  });
  const least = fields
    .filter(({ n }) => n < taken)
    .sort((a, b) => a.n - b.n)
    .slice(0, 3)
    .map(({ field, n }) => t('home.quality-one', { field: t(`field.${field}`), share: share(n, taken) }));
  const reasons = Object.entries(quality.reasons).sort(([, a], [, b]) => b - a);
  return (
    <>
      <p>
        {least.length === 0 ? t('home.quality-all') : t('home.quality-least', { fields: new Intl.ListFormat(i18n.language).format(least) })}{' '}
        {quality.dates > 0 &&
          (quality.partialDates === 0
            ? t('home.dates-whole')
            : t('home.dates-partial', {
                n: number(quality.partialDates),
                of: number(quality.dates),
                share: share(quality.partialDates, quality.dates),
              }))}
      </p>
      <Bars
        bars={[
          { key: 'all', label: t('home.quality-rows'), n: taken },
          ...fields.map(({ field, n }) => ({
            key: field,
            label: t('home.quality-bar', { field: t(`field.${field}`), share: share(n, taken) }),
            n,
          })),
        ]}
      />
      <h3>{t('home.aside-title')}</h3>
      {reasons.length === 0 ? (
        <p className="soft">{t('home.aside-none')}</p>
      ) : (
        <Bars bars={reasons.map(([reason, n]) => ({ key: reason, label: t(`reason.${reason}`, reason), n }))} />
      )}
      <p className="soft small">{t('home.as-of', { at: moment(endedAt) })}</p>
    </>
  );
}
