import { areaApi } from '../../../platform/shell/index.ts';
import type * as people from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { useRead, useAsk, call, useCommand } = areaApi<typeof people, typeof records>();
