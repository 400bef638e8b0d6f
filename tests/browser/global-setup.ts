import { serve } from "./serve.mjs";

/** One server for all tests. Its address reaches the workers through the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const site = await serve();
  process.env["SAMPLAN_URL"] = site.url;
  return site.close;
}
