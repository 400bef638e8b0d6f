// The door to the module that reads and writes spreadsheets. It runs in a worker that is made for each file and ended
// with it, so that a file that takes too long, or unpacks into more room than there is, ends the worker and nothing else.

import { worker as start } from "./parts.ts";

/** What the worker can do: `read` a file's bytes into JSON, `write` JSON into a file's bytes. */
export type Kind = "read" | "write";

/** Seconds that a file may take. */
const PATIENCE = 30;

/** Asks a new worker; what cannot be done is thrown as a code in an `Error`. */
export async function ask(address: string, kind: Kind, payload: Uint8Array | string): Promise<Uint8Array | string> {
  const { worker, module } = await start(address, "samplan_sheets_bg.wasm");
  return new Promise((resolve, reject) => {
    const end = (finish: () => void): void => {
      clearTimeout(limit);
      worker.terminate();
      finish();
    };
    const fail = (code: string): void => end(() => reject(new Error(code)));
    const limit = setTimeout(() => fail("slow"), PATIENCE * 1000);
    worker.onmessage = ({ data }: MessageEvent<{ answer?: Uint8Array | string; code?: string }>) => {
      const { answer } = data;
      if (answer === undefined) fail(data.code ?? "failed");
      else end(() => resolve(answer));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail("unreachable"); // It could not be fetched.
    };
    worker.postMessage({ kind, payload, module }, payload instanceof Uint8Array ? [payload.buffer as ArrayBuffer] : []);
  });
}

/** A file's sheets as JSON. */
export async function read(address: string, file: Blob): Promise<string> {
  return (await ask(address, "read", new Uint8Array(await file.arrayBuffer()))) as string;
}

/** A file's bytes. */
export async function write(address: string, book: string): Promise<Uint8Array> {
  return (await ask(address, "write", book)) as Uint8Array;
}
