import { defineConfig } from "@playwright/test";
import { launch } from "./chromium.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: 2,
  retries: 0,
  reporter: "list",
  timeout: 30_000,
  use: {
    launchOptions: launch,
    testIdAttribute: "data-test",
    viewport: { width: 1366, height: 768 },
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    colorScheme: "light",
    // Kept files would hide what a test changes; the tests of working offline turn it on again.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
