export { Proceedings } from './Proceedings.tsx';
