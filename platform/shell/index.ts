export { Await } from './Await.tsx';
export { Problem, request } from './api.ts';
export type { WebArea } from './area.ts';
export { useAsk, useCommand, usePages, useRead, useSend } from './data.ts';
export { useFormat } from './format.ts';
export { useOffice } from './office.ts';
export { Rows } from './Rows.tsx';
export { useSession } from './session.tsx';
export { useParam } from './useParam.ts';
