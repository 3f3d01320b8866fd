import { areaApi } from '../../../platform/shell/index.ts';
import type * as partners from '../contract/index.ts';

export const { useRead } = areaApi<typeof partners>();
