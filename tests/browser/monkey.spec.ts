// A monkey for some minutes; `cargo xtask soak` lets it go on for an hour.
import { expect, test } from "./fixtures.ts";
import { monkey } from "./monkey.mjs";

for (const seed of [1, 2, 3, 4]) {
  test(`whatever a monkey does, the app stands (${seed})`, async ({ app, page }) => {
    test.slow();
    const found = await monkey(page, app.url, seed, (done) => done < 150);
    expect(found.why, `seed ${seed}, ${found.done} deeds, the last: ${found.deeds.join(" | ")}`).toBe("");
  });
}
