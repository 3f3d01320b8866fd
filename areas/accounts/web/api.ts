import { areaApi } from '../../../platform/shell/index.ts';
import type * as accounts from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { useRead, useAsk, useAgain, call } = areaApi<typeof accounts, typeof records>();
