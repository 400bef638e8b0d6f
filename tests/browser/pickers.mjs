/**
 * The browser's own dialogs for files cannot be answered by a script: without them the app opens and saves as it does where
 * a browser has none. `disk.spec.ts` answers them itself.
 */
export function withoutPickers() {
  Reflect.deleteProperty(window, "showOpenFilePicker");
  Reflect.deleteProperty(window, "showSaveFilePicker");
}
