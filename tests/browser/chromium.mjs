// How Chromium is started, for the tests, the screenshots and the timings alike.
import { existsSync } from "node:fs";
import process from "node:process";

const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** `cargo xtask` names the browser that it found; by hand the usual one will do, or else Playwright's own. */
const executablePath = process.env["CHROMIUM"] ?? USUAL.find((path) => existsSync(path));

export const launch = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    // Chromium's sandbox does not work for root, which is who a container usually is.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
