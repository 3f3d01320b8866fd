import { areaApi } from '../../../platform/shell/index.ts';
import type * as papers from '../contract/index.ts';
import type * as records from '../domain/index.ts';

export const { useRead, call, callFile, upload, useCommand } = areaApi<typeof papers, typeof records>();
