import { areaApi } from '../../../platform/shell/index.ts';
import type * as protection from '../contract/index.ts';

export const { useRead, call } = areaApi<typeof protection>();
