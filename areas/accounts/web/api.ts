import { areaApi } from '../../../platform/shell/index.ts';
import type * as accounts from '../contract/index.ts';

export const { useRead, useAsk, call } = areaApi<typeof accounts>();
