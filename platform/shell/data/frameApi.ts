import type { frame } from '../../contract/index.ts';
import { areaApi } from './areaApi.ts';

/** What the frame itself reads and sends. */
export const { call, useRead } = areaApi<typeof frame>();
