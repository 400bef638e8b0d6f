#!/usr/bin/env node
// Firefox as Playwright can drive it: started with what Playwright asks, and its BiDi connection handed on. Playwright emulates
// more than a released Firefox knows how to (colours, print, reduced motion in 153): what is refused as unknown is answered as
// done, so that all tests run; those that need it fail or are not for Firefox (firefox.mjs).
import { spawn } from "node:child_process";
import process from "node:process";
import { createInterface } from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

const LISTENING = /^WebDriver BiDi listening on (ws:\/\/\S+)$/;
const LARGEST = 256 * 1024 * 1024;

const firefox = spawn(process.env["FIREFOX"] ?? "firefox", process.argv.slice(2), {
  stdio: ["ignore", "inherit", "pipe"],
});
firefox.on("error", (error) => {
  console.error(`Firefox does not start: ${error.message}`);
  process.exit(1);
});
firefox.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => firefox.kill());

createInterface({ input: firefox.stderr }).on("line", (line) => {
  const inner = LISTENING.exec(line)?.[1];
  if (inner) relay(inner);
  else console.error(line);
});

/**
 * Says in Firefox's words where the connection is to be had, and hands on what goes over it.
 * @param {string} inner
 */
function relay(inner) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, maxPayload: LARGEST });
  server.on("listening", () => {
    const address = server.address();
    if (address && typeof address === "object")
      console.error(`WebDriver BiDi listening on ws://127.0.0.1:${address.port}`);
  });
  server.on("connection", (near, request) => {
    const far = new WebSocket(inner + (request.url ?? ""), { maxPayload: LARGEST });
    const opened = new Promise((resolve) => far.once("open", resolve));
    /** @type {Set<number>} */
    const emulations = new Set();
    near.on("message", async (data) => {
      const { id, method } = JSON.parse(String(data));
      if (String(method).startsWith("emulation.")) emulations.add(id);
      await opened;
      far.send(String(data));
    });
    far.on("message", (data) => {
      const message = JSON.parse(String(data));
      const { id, error, method, params } = message;
      const isUnknown = emulations.delete(id) && error === "unknown command";
      // A page from the disk downloads without a navigation: Playwright knows a download by either name.
      const isNameless = String(method).startsWith("browsingContext.download") && !params.navigation;
      if (isNameless) params.download ??= params.url;
      if (isUnknown) near.send(JSON.stringify({ type: "success", id, result: {} }));
      else near.send(isNameless ? JSON.stringify(message) : String(data));
    });
    near.on("close", () => far.close());
    far.on("close", () => near.close());
    far.on("error", () => near.close());
  });
}
