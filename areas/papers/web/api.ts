import { areaApi } from '../../../platform/shell/index.ts';
import type * as papers from '../contract/index.ts';

export const { useRead, call, callFile, upload } = areaApi<typeof papers>();
