import { lazy, Suspense, useRef } from 'react';
import type { DialogProps } from './DialogWindow.tsx';

// No first screen opens one.
const DialogWindow = lazy(() => import('./DialogWindow.tsx'));

/** A question in front of the page; Escape and a press beside it leave everything as it was. */
export function Dialog(props: DialogProps) {
  const wasOpened = useRef(false);
  wasOpened.current ||= props.isOpen;
  return (
    wasOpened.current && (
      <Suspense>
        <DialogWindow {...props} />
      </Suspense>
    )
  );
}
