import encodeQR from 'qr';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../../platform/shell/index.ts';
import { Button, Buttons, Form, Notice, TextField } from '../../../../platform/ui/index.ts';
import { call } from '../api.ts';
import { CodeField } from '../CodeField.tsx';
import './secondFactor.css';

/** Adds a second factor in three steps: the password, the code to scan and a first code from the app, the recovery codes. */
export default function SecondFactorSetUp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<{ readonly secret: string; readonly uri: string }>();
  const [recovery, setRecovery] = useState<readonly string[]>();
  const begin = useSend(() => call('POST', '/api/session/second-factor/begin', { password }), setBegun);
  const confirm = useSend(
    () => call('POST', '/api/session/second-factor/confirm', { code }),
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
      <Form
        onSubmit={() => confirm.mutate(undefined)}
        submit={t('factor.confirm')}
        pending={confirm.isPending}
        refused={confirm.error ?? undefined}
      >
        <p>{t('factor.scan')}</p>
        <Square text={begun.uri} label={t('factor.square')} />
        <p className="soft small">
          {t('factor.by-hand')} <code dir="ltr">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <CodeField value={code} onChange={setCode} />
      </Form>
    );
  return (
    <Form onSubmit={() => begin.mutate(undefined)} submit={t('factor.begin')} pending={begin.isPending} refused={begin.error ?? undefined}>
      <TextField
        label={t('sign-in.password')}
        name="password"
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        required
      />
    </Form>
  );
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
