import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../platform/decider/index.ts';
import { Await, useFormat } from '../../../platform/shell/index.ts';
import { Bars, Columns, Section, SelectField, Stack } from '../../../platform/ui/index.ts';
import type { RegisterQuality } from '../contract/index.ts';
import { registerNames } from '../domain/names.ts';
import { useRead } from './api.ts';
import { fieldOrder } from './registerFields.ts';

/** How well each register was filled when it was last brought: figures only. */
export function QualitySection() {
  const { t } = useTranslation('registers');
  const [chosen, setChosen] = useState('');
  const quality = useRead('/api/registers/quality');
  return (
    <Section title={t('home.quality')}>
      <Await of={quality}>
        {({ registers }) => {
          const known = registerNames.flatMap((name) => registers.find(({ register }) => register === name) ?? []);
          const shown = known.find(({ register }) => register === chosen) ?? known[0];
          if (!shown) return <p className="soft">{t('home.quality-none')}</p>;
          return (
            <>
              <div className="filters">
                <SelectField
                  label={t('home.quality-of')}
                  value={shown.register}
                  onChange={setChosen}
                  options={known.map(({ register }) => [register, t(`register.${register}`)] as const)}
                />
              </div>
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
  const percent = new Intl.NumberFormat(localeOf(i18n.language), { style: 'percent', maximumFractionDigits: 0 });
  const taken = counts.rows - counts.setAside;
  const share = (n: number, of: number) => percent.format(of === 0 ? 0 : n === of ? 1 : Math.min(0.99, n / of));
  const fields = fieldOrder.flatMap((field) => {
    const n = quality.filled[field];
    return n === undefined ? [] : [{ field, n }];
  });
  const complete = fields.filter(({ n }) => n >= taken).map(({ field }) => t(`field.${field}`));
  const gaps = fields.filter(({ n }) => n < taken).sort((x, y) => x.n - y.n);
  const least = gaps.slice(0, 3).map(({ field, n }) => t('home.quality-one', { field: t(`field.${field}`), share: share(n, taken) }));
  const list = new Intl.ListFormat(i18n.language);
  const reasons = Object.entries(quality.reasons).sort(([, a], [, b]) => b - a);
  return (
    <Columns>
      <Stack>
        <p>
          <strong>{least.length === 0 ? t('home.quality-all') : t('home.quality-least', { fields: list.format(least) })}</strong>
        </p>
        {gaps.length > 0 && (
          <Bars
            bars={[
              { key: 'all', label: t('home.quality-rows'), n: taken },
              ...gaps.map(({ field, n }) => ({
                key: field,
                label: t('home.quality-bar', { field: t(`field.${field}`), share: share(n, taken) }),
                n,
              })),
            ]}
          />
        )}
        {gaps.length > 0 && complete.length > 0 && <p className="soft">{t('home.quality-complete', { fields: list.format(complete) })}</p>}
        {quality.dates > 0 && (
          <p className="soft">
            {quality.partialDates === 0
              ? t('home.dates-whole')
              : t('home.dates-partial', {
                  n: number(quality.partialDates),
                  of: number(quality.dates),
                  share: share(quality.partialDates, quality.dates),
                })}
          </p>
        )}
      </Stack>
      <Stack>
        <h3>{t('home.aside-title')}</h3>
        {reasons.length === 0 ? (
          <p className="soft">{t('home.aside-none')}</p>
        ) : (
          <Bars bars={reasons.map(([reason, n]) => ({ key: reason, label: t(`reason.${reason}`, reason), n }))} />
        )}
        <p className="soft small">{t('home.as-of', { at: moment(endedAt) })}</p>
      </Stack>
    </Columns>
  );
}
