// Who publishes the site: told by `site.json` beside the app, in whatever folder it stands, and calmly where it is not.
import { expect, test, type App } from "./fixtures.ts";
import type { Page } from "@playwright/test";

/** Opens the page with `site.json` as the server has it; the address that it was asked at. */
async function open(
  app: App,
  page: Page,
  route: string,
  answer?: { status?: number; body: string },
): Promise<() => string[]> {
  const asked: string[] = [];
  await page.route("**/site.json", (handled) => {
    asked.push(handled.request().url());
    return answer ? handled.fulfill({ contentType: "application/json", ...answer }) : handled.continue();
  });
  await app.open({ settings: { language: "sv" }, route });
  return () => asked;
}

test("a build says that nobody has filled in who publishes it, from a sub-folder", async ({ app, page, siteUrl }) => {
  expect(new URL(siteUrl).pathname, "the site stands in a sub-folder").not.toBe("/");
  const asked = await open(app, page, "/tillganglighet");
  await expect(page.getByTestId("publisher")).toContainText("har inte fyllt i sina kontaktuppgifter");
  expect(asked()).toEqual([new URL("site.json", siteUrl).href]);
});

for (const route of ["/tillganglighet", "/integritet"])
  test(`the publisher and how to reach them stand on ${route}`, async ({ app, page }) => {
    await open(app, page, route, {
      body: JSON.stringify({ publisher: "Värends samordningsförbund", contact: "kansli@exempel.se" }),
    });
    const told = page.getByTestId("publisher");
    await expect(told).toContainText("Värends samordningsförbund");
    await expect(told.getByRole("link", { name: "kansli@exempel.se" })).toHaveAttribute(
      "href",
      "mailto:kansli@exempel.se",
    );
    await app.axe("main");
    await page.keyboard.press("Alt+l");
    await expect(told).toContainText("Provided by");
    await app.axe("main");
  });

test("a web address is a link, a telephone number is text, and no address runs a script", async ({ app, page }) => {
  await open(app, page, "/integritet", { body: JSON.stringify({ publisher: "X", contact: "javascript:alert(1)@x" }) });
  await expect(page.getByTestId("publisher")).toContainText("javascript:alert(1)@x");
  await expect(page.getByTestId("publisher").getByRole("link")).toHaveCount(0);
});

for (const [what, answer, said] of [
  ["is damaged", { body: '{ "publisher": ' }, "filen site.json är skadad"],
  ["has another field", { body: '{ "publisher": "X", "phone": "0470" }' }, "filen site.json är skadad"],
  ["is missing", { status: 404, body: "" }, "kunde inte hämtas"],
] as const)
  test(`where site.json ${what}, the page says so and whom to turn to`, async ({ app, page }) => {
    app.allow(/404/);
    await open(app, page, "/tillganglighet", answer);
    await expect(page.getByTestId("publisher")).toContainText(said);
    await expect(page.getByTestId("publisher")).toContainText("Vänd dig till förbundet");
    await expect(page.getByRole("link", { name: /^DIGG/ })).toBeVisible();
  });

test("the help leads to the page on privacy", async ({ app, page }) => {
  await app.open({ settings: { language: "sv" } });
  await page.keyboard.press("F1");
  await page.getByRole("link", { name: "Mer om integritet" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Integritet: vad som lagras om vem");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
