export { Value } from './Value.tsx';
