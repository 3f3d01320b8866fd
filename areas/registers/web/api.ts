import { areaApi } from '../../../platform/shell/index.ts';
import type * as registers from '../contract/index.ts';

export const { useRead, useAsk, useAskLong, call, upload } = areaApi<typeof registers>();
