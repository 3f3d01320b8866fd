import { RecordHistory } from '../../../../../platform/shell/index.ts';
import { casePage, type OnCasePage, otherParts } from '../casePage.tsx';

const History = ({ head }: OnCasePage) => (
  <div id="history">
    <RecordHistory kind="cases.case" id={head.id} />
  </div>
);

/** All that happened in the case, and its papers. */
export default casePage('history', otherParts('cases.papers'), History);
