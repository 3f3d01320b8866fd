import { useEffect, useRef } from 'react';
import { useHeld } from '../../../../platform/shell/index.ts';
import { call, useAgain } from '../api.ts';

/** How long the server may hold back its answer. */
const seconds = '20';

/** Reads Today and the bell again as soon as the reader has a notice of something new: of a danger within a second. Shows nothing itself. */
export default function LiveToday() {
  const [readToday, readBell] = [useAgain('/api/office/today'), useAgain('/api/office/news/unseen')];
  const unseen = useHeld('office-unseen', (last: { unseen: number } | undefined) =>
    call('GET', '/api/office/news/unseen', last && { known: String(last.unseen), seconds }),
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
