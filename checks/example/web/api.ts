import { areaApi } from '../../../platform/shell/index.ts';
import type * as outreach from '../contract/index.ts';

export const { useRead } = areaApi<typeof outreach>();
