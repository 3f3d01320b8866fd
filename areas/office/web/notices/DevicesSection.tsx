import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, useFormat, useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Notice, Section, useToast } from '../../../../platform/ui/index.ts';
import type { Devices } from '../../contract/index.ts';
import { DeviceRefused, subscribe, thisDeviceId, unsubscribe } from './thisDevice.ts';
import './devices.css';
import { call } from '../api.ts';

/** The devices on which somebody is told; this one is taken in where its browser can and may. */
export function DevicesSection({ devices: { key, list } }: { readonly devices: Devices }) {
  const { t } = useTranslation('office');
  const { moment } = useFormat();
  const say = useToast();
  const [own, setOwn] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether this device is one of them changes with the list
  useEffect(() => void thisDeviceId().then(setOwn, () => undefined), [list]);
  const add = useSend(
    async () => call('POST', '/api/office/notices/devices', await subscribe(key!)),
    () => say(t('device.added')),
  );
  const forget = useSend(
    async (id: string) => {
      if (id === own) await unsubscribe();
      await call('POST', '/api/office/notices/devices/forget', { id });
    },
    () => say(t('device.forgotten')),
  );
  const { error } = add as { error: unknown };
  if (key === null)
    return (
      <Section title={t('device.title')}>
        <p className="soft">{t('device.none-set-up')}</p>
      </Section>
    );
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
              <Button pending={forget.isPending && forget.variables === id} onPress={() => forget.mutate(id)}>
                {t('device.forget')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error instanceof DeviceRefused && <Notice tone="orange">{t(`device.${error.words}`)}</Notice>}
      {error instanceof Problem && <Notice tone="red">{error.sentence}</Notice>}
      {!list.some(({ id }) => id === own) && (
        <Buttons>
          <Button pending={add.isPending} onPress={() => add.mutate(undefined)}>
            {t('device.add')}
          </Button>
        </Buttons>
      )}
    </Section>
  );
}
