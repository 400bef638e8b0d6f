import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { inFirefox, launch as firefox } from "./firefox.mjs";
import { pace } from "./pace.mjs";

const factor = await pace();

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  workers: Math.min(Math.max(availableParallelism(), 2), 8),
  retries: 0,
  reporter: "list",
  // No test is timed: these only end what hangs.
  timeout: 120_000 * factor,
  expect: { timeout: 15_000 * factor },
  use: {
    browserName: inFirefox ? "firefox" : "chromium",
    launchOptions: inFirefox ? firefox : launch,
    testIdAttribute: "data-test",
    viewport: { width: 1366, height: 768 },
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    colorScheme: "light",
    // What is measured stands still; tests of what moves turn it on again.
    contextOptions: { reducedMotion: "reduce" },
    // Kept files would hide what a test changes; the tests of working offline turn it on again.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    // Recording costs time: TRACE=1 asks for it when a failure is looked into.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
  },
});
