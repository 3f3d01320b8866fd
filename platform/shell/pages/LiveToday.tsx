import { useEffect, useRef } from 'react';
import { request } from '../data/api.ts';
import { useHeld } from '../data/held.ts';
import { useAgain } from '../data/reading.ts';

/** How long the server may hold back its answer. */
const seconds = 20;

/** Reads Today and the bell again as soon as the reader has a notice of something new: of a danger within a second. Shows nothing itself. */
export default function LiveToday({ unseen: path }: { readonly unseen: string }) {
  const [readToday, readBell] = [useAgain('/api/office/today'), useAgain(path)];
  const unseen = useHeld('office-unseen', (last: { unseen: number } | undefined) =>
    request<{ unseen: number }>('GET', last ? `${path}?known=${last.unseen}&seconds=${seconds}` : path),
  ).data?.unseen;
  const known = useRef(unseen);
  useEffect(() => {
    if (known.current !== undefined && unseen !== undefined && unseen > known.current) {
      readToday();
      readBell();
    }
    known.current = unseen;
  }, [unseen, readToday, readBell]);
  return null;
}
