/** Made when the app is built (app/recordInputs.ts) from the record's commands. */
declare module 'virtual:record/*' {
  const record: import('./field.ts').RecordInputs;
  export default record;
}
