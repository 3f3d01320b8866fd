import { areaApi } from '../../../platform/shell/index.ts';
import type * as risks from '../contract/index.ts';

export const { useRead } = areaApi<typeof risks>();
