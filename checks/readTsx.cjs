// dependency-cruiser asks swc to read every file as TypeScript without JSX, and stops at the first screen. Loaded before it, this lets swc
// read .tsx as what it is.
const swc = require('@swc/core');

const { parseFileSync } = swc;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith('.tsx') });
