import { areaApi } from '../../../platform/shell/index.ts';
import type * as registers from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { call, useRead, useAsk, useAskLong, upload, useCommand } = areaApi<typeof registers, typeof records>();
