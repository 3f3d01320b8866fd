import { useSession } from '../session.tsx';

/** Fields that ask for a day. */
export function useDayFields() {
  const { today } = useSession().city;
  return {
    /** A day that is over: today, unless said otherwise. */
    past: (name: string, label: string) => ({ name, label, max: today, starts: today }),
    coming: (name: string, label: string) => ({ name, label, min: today, soon: today }),
  };
}
