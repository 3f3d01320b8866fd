import { useRef, useState } from 'react';
import { Problem, request } from '../../../../platform/shell/index.ts';

/** Four pieces of what the server keeps at once: on a slow line, the bar moves and little is sent twice. */
const stretch = 1024 * 1024;

interface Arrived {
  readonly arrived: number;
  readonly whole: boolean;
}

/** Sends a file in stretches, from where it was when the connection broke. */
export function useSendFile(caseId: string) {
  const [sent, setSent] = useState<number>();
  const busy = useRef(false);
  /** Resolves once the file is whole and was found fit to keep. Throws a `Problem`; sent again, it goes on. */
  const send = async (paper: string, file: File): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      let { arrived, whole } = await request<Arrived>('GET', `/api/papers/case/${caseId}/${paper}/arrived`);
      while (!whole) {
        setSent(arrived);
        const next: Arrived = await request<Arrived>(
          'POST',
          `/api/papers/case/${caseId}/${paper}/content`,
          file.slice(arrived, arrived + stretch),
          {
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent(file.name),
            'x-file-bytes': String(file.size),
            'x-file-from': String(arrived),
          },
        );
        if (!next.whole && next.arrived === arrived) throw new Problem(0, 'offline', '');
        ({ arrived, whole } = next);
      }
    } finally {
      busy.current = false;
      setSent(undefined);
    }
  };
  return { send, sent };
}
