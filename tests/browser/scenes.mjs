// What the screenshots show. A scene takes the page of a freshly opened app to what is to be seen.

/** @typedef {(page: import("@playwright/test").Page) => Promise<void>} Scene */

/** @type {Record<string, Scene>} */
export const scenes = {
  start: async () => undefined,
};
