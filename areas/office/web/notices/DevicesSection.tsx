import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs, useFormat } from '../../../../platform/shell/index.ts';
import { Buttons, Section } from '../../../../platform/ui/index.ts';
import type { Devices } from '../../contract/index.ts';
import { subscribe, thisDeviceId, unsubscribe } from './thisDevice.ts';
import './devices.css';
import { call } from '../api.ts';

/** The devices on which somebody is told; this one is taken in where its browser can and may. */
export function DevicesSection({ devices: { key, list } }: { readonly devices: Devices }) {
  const { t } = useTranslation('office');
  const { moment } = useFormat();
  const [own, setOwn] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether this device is one of them changes with the list
  useEffect(() => void thisDeviceId().then(setOwn, () => undefined), [list]);
  const acts = useActs({ next: ['add', 'forget'] }, 'office.choice', { name: (act) => t(`device.${act}`) });
  if (key === null)
    return (
      <Section title={t('device.title')}>
        <p className="soft">{t('device.none-set-up')}</p>
      </Section>
    );
  const add = {
    name: 'add',
    atOnce: true,
    fields: [],
    send: async () => call('POST', '/api/office/notices/devices', await subscribe(key, (why) => t(`device.${why}`))),
    done: t('device.added'),
  };
  const forget = (id: string) => ({
    name: 'forget',
    target: { id },
    atOnce: true,
    fields: [],
    send: async () => {
      if (id === own) await unsubscribe();
      await call('POST', '/api/office/notices/devices/forget', { id });
    },
    done: t('device.forgotten'),
  });
  return (
    <Section title={t('device.title')}>
      <p className="soft">{t('device.lead')}</p>
      {list.length === 0 ? (
        <p>{t('device.none')}</p>
      ) : (
        <ul className="devices">
          {list.map(({ id, madeAt }) => (
            <li key={id}>
              <span>
                <strong>{id === own ? t('device.this') : t('device.other')}</strong>{' '}
                <span className="soft">{t('device.since', { date: moment(madeAt) })}</span>
              </span>
              {acts.button(forget(id))}
            </li>
          ))}
        </ul>
      )}
      {!list.some(({ id }) => id === own) && <Buttons>{acts.button(add)}</Buttons>}
      {acts.dialog}
    </Section>
  );
}
