import { lazy, type ReactNode, Suspense, useRef } from 'react';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

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
