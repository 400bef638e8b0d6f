// How Firefox is started for the tests, where one is named: FIREFOX=/usr/bin/firefox-esr npx playwright test
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Whether the tests run in Firefox. */
export const inFirefox = Boolean(process.env["FIREFOX"]);

export const launch = {
  channel: "moz-firefox",
  executablePath: fileURLToPath(new URL("firefox-relay.mjs", import.meta.url)),
  firefoxUserPrefs: {
    // What Playwright cannot ask this Firefox for.
    "ui.prefersReducedMotion": 1,
    "layout.css.prefers-color-scheme.content-override": 1,
    // A page may read the clipboard unasked.
    "dom.events.testing.asyncClipboard": true,
    // The panel of downloads would take the focus from the page.
    "browser.download.alwaysOpenPanel": false,
  },
};
