import encodeQR from 'qr';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Notice } from '../../../../platform/ui/index.ts';
import { AccessForm, useAccessFields } from '../AccessForm.tsx';
import { call } from '../api.ts';
import './secondFactor.css';

/** Adds a second factor in three steps: the password, the code to scan and a first code from the app, the recovery codes. */
export default function SecondFactorSetUp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const { password, code } = useAccessFields();
  const [begun, setBegun] = useState<{ readonly secret: string; readonly uri: string }>();
  const [recovery, setRecovery] = useState<readonly string[]>();
  const begin = useSend((typed: { password: string }) => call('POST', '/api/session/second-factor/begin', typed), setBegun);
  const confirm = useSend(
    (typed: { code: string }) => call('POST', '/api/session/second-factor/confirm', typed),
    (answer) => setRecovery(answer.recovery),
  );
  if (recovery)
    return (
      <>
        <p>{t('factor.recovery-lead')}</p>
        <Notice tone="blue">
          <ul className="codes" dir="ltr">
            {recovery.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ul>
        </Notice>
        <Buttons>
          <Button kind="primary" onPress={onDone}>
            {t('factor.recovery-done')}
          </Button>
        </Buttons>
      </>
    );
  if (begun)
    return (
      <AccessForm fields={[code]} send={confirm} submit={t('factor.confirm')}>
        <p>{t('factor.scan')}</p>
        <Square text={begun.uri} label={t('factor.square')} />
        <p className="soft small">
          {t('factor.by-hand')} <code dir="ltr">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </AccessForm>
    );
  return <AccessForm fields={[password]} send={begin} submit={t('factor.begin')} />;
}

/** A QR code (ISO/IEC 18004), black on white in the dark too: cameras want it so. */
function Square({ text, label }: { readonly text: string; readonly label: string }) {
  const dots = encodeQR(text, 'raw', { border: 3 });
  const path = dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return (
    <svg className="square" viewBox={`0 0 ${dots.length} ${dots.length}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
