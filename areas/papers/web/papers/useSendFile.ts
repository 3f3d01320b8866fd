import { useRef, useState } from 'react';
import { Problem } from '../../../../platform/shell/index.ts';
import { call, upload } from '../api.ts';

/** Four pieces of what the server keeps at once: on a slow line, the bar moves and little is sent twice. */
const stretch = 1024 * 1024;

/** Sends a file in stretches, from where it was when the connection broke. */
export function useSendFile(caseId: string) {
  const [sent, setSent] = useState<number>();
  const busy = useRef(false);
  /** Resolves once the file is whole and was found fit to keep. Throws a `Problem`; sent again, it goes on. */
  const send = async (paper: string, file: File): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      let at = await call('GET', '/api/papers/case/{id}/{paper}/arrived', { id: caseId, paper });
      while (!at.whole) {
        setSent(at.arrived);
        const next: typeof at = await upload(
          '/api/papers/case/{id}/{paper}/content',
          { id: caseId, paper },
          file.slice(at.arrived, at.arrived + stretch),
          {
            'x-file-name': encodeURIComponent(file.name),
            'x-file-bytes': String(file.size),
            'x-file-from': String(at.arrived),
          },
        );
        if (!next.whole && next.arrived === at.arrived) throw new Problem(0, 'offline', '');
        at = next;
      }
    } finally {
      busy.current = false;
      setSent(undefined);
    }
  };
  return { send, sent };
}
