import type { ListedProps } from '../../../cases/web/index.ts';
import { AskExport } from './AskExport.tsx';

/** A file of cases of the list. */
export default function ExportListed({ onClose, ...of }: ListedProps) {
  return <AskExport of={of} onClose={onClose} />;
}
