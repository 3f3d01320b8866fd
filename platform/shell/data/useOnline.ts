import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** Whether the device has a network; whether the server is reached shows only once something is sent. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
