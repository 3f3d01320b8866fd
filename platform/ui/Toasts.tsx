import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

const Context = createContext<(sentence: string) => void>(() => undefined);

/** Says in a sentence that something was done; it goes by itself. Errors are never said this way. */
export const useToast = (): ((sentence: string) => void) => useContext(Context);

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly { id: number; sentence: string }[]>([]);
  const last = useRef(0);
  const say = useCallback((sentence: string) => {
    const id = ++last.current;
    setToasts((before) => [...before.slice(-2), { id, sentence }]);
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.id !== id)), 5000);
  }, []);
  return (
    <Context value={useMemo(() => say, [say])}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, sentence }) => (
          <div key={id} className="toast">
            {sentence}
          </div>
        ))}
      </div>
    </Context>
  );
}
