import type { ServerArea } from '../platform/http/area.ts';
import { registers } from '../areas/registers/server/area.ts';

/** The areas of the product, as the server knows them. */
export const areas: readonly ServerArea[] = [registers];
