import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../platform/ui/index.ts';
import { SignInFrame } from './SignInFrame.tsx';

// It draws a QR code, which nobody else who signs in needs.
const SecondFactorSetUp = lazy(() => import('./secondFactor/SecondFactorSetUp.tsx'));

/** For whose role asks for a second factor and who has none yet: the session opens nothing but this. */
export function AddSecondFactor() {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  return (
    <SignInFrame title={t('factor.title')} lead={t('factor.must')}>
      <Suspense fallback={<Skeleton />}>
        <SecondFactorSetUp onDone={() => void client.invalidateQueries({ queryKey: ['/api/session'] })} />
      </Suspense>
    </SignInFrame>
  );
}
