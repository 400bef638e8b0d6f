// The charts bundle by itself: what JSON options cannot show from Rust's side.
import { expect, test } from "./fixtures.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

const OPTION = {
  samplan: { divisor: 1000, decimalSeparator: "," },
  aria: { label: { description: "Kostnader 2014 till 2016" } },
  legend: {},
  xAxis: { type: "category", data: ["2014", "<i>2015</i>"] },
  yAxis: { type: "value" },
  series: [
    {
      type: "bar",
      name: "<img src=x onerror=alert(1)>",
      label: { show: true },
      data: [
        { value: 1_769_000, text: "1\u00a0769" },
        { value: -2_500_000, text: "\u22122\u00a0500" },
      ],
    },
  ],
};

test("a chart has a description, patterns, Swedish numbers, and shows typed text as text", async ({ app, page }) => {
  await app.open();
  await page.evaluate(async (option) => {
    const above = document.createElement("div");
    above.style.cssText = "position:fixed;inset:0;z-index:99;background:#fff";
    const place = document.createElement("div");
    place.id = "chart";
    place.style.cssText = "width:800px;height:400px";
    above.append(place);
    document.body.append(above);
    (await window.samplan.charts()).render(place, JSON.stringify(option));
  }, OPTION);

  const chart = page.locator("#chart");
  await expect(chart.locator("svg")).toBeVisible();
  await expect(chart.locator("canvas")).toHaveCount(0);
  await expect(chart).toHaveAttribute("role", "img");
  await expect(chart).toHaveAttribute("aria-label", "Kostnader 2014 till 2016");
  await expect(chart.locator("svg pattern").first()).toBeAttached();
  await expect(chart.locator("svg text", { hasText: "1\u00a0769" })).toBeVisible();
  await expect(chart.locator("svg text", { hasText: /^\u22123\u00a0000$/ })).toBeVisible();

  await chart.hover({ position: { x: 250, y: 150 } });
  const tooltip = chart.locator(".chart-tooltip");
  await expect(tooltip).toContainText("<img src=x onerror=alert(1)>");
  await expect(tooltip).toContainText("1\u00a0769");
  await expect(page.locator("#chart img")).toHaveCount(0);

  await page.evaluate(async () => {
    const { dispose } = await window.samplan.charts();
    dispose(document.querySelector<HTMLElement>("#chart")!);
  });
  await expect(chart.locator("svg")).toHaveCount(0);
});
