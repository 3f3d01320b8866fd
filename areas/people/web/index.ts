export { personChoice } from './personChoice.tsx';
