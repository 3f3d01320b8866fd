export { findInstrument } from './reading.ts';
