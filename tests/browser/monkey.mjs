// A monkey: clicks, types, goes back and forth and asks for odd addresses, by a seed. Whatever it does, the app is to stand.
// `node monkey.mjs MINUTES [SEED]` lets it go on for so long, each seed with a fresh page, and prints one line of JSON.
import { readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { withoutPickers } from "./pickers.mjs";
import { serve } from "./serve.mjs";

const PLANS = ["vaxjo-2014", "varend-2016", "sydnarke-2016", "vaxjo-alvesta-2015"];
const VIEWS = [
  "",
  "ny",
  "budget",
  "plan",
  "scenarier",
  "jamfor",
  "utforska",
  "visa",
  "underlag",
  "tva-planer",
  "tillganglighet",
  "integritet",
];
const ODD = [
  "#/budget?line=finns-inte&association=%00",
  "#/plan/members?association=-",
  "#/utforska/simulering?scenario=x&scenario=y",
  "#/jamfor?compared=,,,-,a,b,c,d,e,f,g",
  "#//////",
  "#/%F0%9F%98%80",
  "#",
  `#/budget?${"a=b&".repeat(500)}`,
  "#/scenarier?scenario=<b>",
];
const TEXTS = [
  "0",
  "-1",
  "999999999999",
  "-999999999999",
  "1e308",
  "0,0001",
  "12,5",
  "100",
  "2014",
  "9999",
  "",
  " ",
  "NaN",
  "∞",
  "−5 000",
  "<img src=x onerror=alert(1)>",
  "\u202Eabc",
  "å".repeat(300),
  "Ångström & söner",
  "=1+1",
  "'\"\\",
  "\u0000",
];
const KEYS = [
  "Escape",
  "Enter",
  "Tab",
  "Shift+Tab",
  "ArrowDown",
  "ArrowUp",
  "ArrowRight",
  "PageDown",
  "Home",
  "End",
  "Delete",
  "F2",
  "Space",
  "Control+z",
  "Control+y",
  "Control+i",
  "Alt+1",
  "Alt+2",
  "Alt+3",
  "Alt+4",
  "Alt+5",
  "Alt+6",
  "Alt+7",
  "Alt+8",
  "Alt+n",
  "Alt+t",
  "Alt+l",
  "Alt+m",
  "p",
  "r",
  "b",
  "n",
  "?",
];

/** The same deeds for the same seed (mulberry32). @param {number} seed */
function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (/** @type {number} */ most) => Math.floor(next() * most),
    of: /** @template T @param {T[]} list @returns {T} */ (list) =>
      /** @type {T} */ (list[Math.floor(next() * list.length)]),
  };
}

/**
 * Lets the monkey go; gives what it did last and why the app fell, or nothing when the app stands.
 * @param {import("@playwright/test").Page} page
 * @param {string} url
 * @param {number} seed
 * @param {(done: number) => boolean} goesOn
 */
export async function monkey(page, url, seed, goesOn) {
  const random = chance(seed);
  const plan = random.of(PLANS);
  /** @type {string[]} */
  const deeds = [];
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error.stack ?? error)));
  page.on("filechooser", () => {});
  await page.addInitScript(withoutPickers);
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  await page.addInitScript(
    ([name, text]) => {
      window.print = () => {};
      Element.prototype.requestFullscreen = () => Promise.resolve();
      window.open = () => null;
      // Before its first page the monkey has none of its own.
      if (!location.protocol.startsWith("http") || sessionStorage.getItem("monkey")) return;
      sessionStorage.setItem("monkey", "yes");
      localStorage.setItem(`samplan/plan/${name}`, text ?? "");
      localStorage.setItem("samplan/last", name ?? "");
    },
    [plan, readFileSync(new URL(`../../plans/${plan}.json`, import.meta.url), "utf8")],
  );
  await page.goto(`${url}#/${random.of(VIEWS)}`);
  // However long a busy machine takes to start it.
  await page.waitForSelector("body[data-ready=true], body[data-crashed]", { timeout: 0 });
  let done = 0;
  for (; goesOn(done); done += 1) {
    const deed = await act(page, random);
    deeds.push(deed);
    if (deeds.length > 20) deeds.shift();
    if (!page.url().startsWith(url)) await page.goto(url);
    const stands = await page.evaluate(() => !document.body.hasAttribute("data-crashed")).catch(() => true);
    if (!stands || errors.length > 0) {
      const told = await page
        .locator(".crashed pre")
        .textContent({ timeout: 5000 })
        .catch(() => "");
      return { done, seed, plan, deeds, why: `${errors.join("\n")}\n${told ?? ""}` };
    }
  }
  return { done, seed, plan, deeds: [], why: "" };
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {ReturnType<typeof chance>} random
 */
async function act(page, random) {
  const kind = random.below(100);
  const pick = random.below(1_000_000);
  if (kind < 45) {
    // Of what can be reached now: an open dialog's own, or the page's.
    const said = await page
      .evaluate((pick) => {
        const within =
          [...document.querySelectorAll("dialog[open]")].pop() ?? document.querySelector(".show") ?? document;
        const all = [
          ...within.querySelectorAll(
            "button, a[href^='#'], summary, [role=gridcell], [role=rowheader], input[type=checkbox], input[type=radio]",
          ),
        ];
        const seen = all.filter((one) => one.checkVisibility() && !one.closest("[inert]"));
        const one = /** @type {HTMLElement | undefined} */ (seen[pick % seen.length]);
        one?.focus();
        one?.click();
        if (one && pick % 7 === 0) one.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
        return `${one?.tagName} ${(one?.getAttribute("aria-label") ?? one?.textContent ?? "").trim().slice(0, 60)}`;
      }, pick)
      .catch(String);
    return `click ${said}`;
  }
  if (kind < 70) {
    const text = random.of(TEXTS);
    const said = await page
      .evaluate(([pick, text]) => {
        const within =
          [...document.querySelectorAll("dialog[open]")].pop() ?? document.querySelector(".show") ?? document;
        const all = [
          ...within.querySelectorAll("input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select"),
        ];
        const seen = /** @type {HTMLInputElement[]} */ (
          all.filter((one) => one.checkVisibility() && !one.closest("[inert]"))
        );
        const one = seen[Number(pick) % seen.length];
        if (!one) return "nothing";
        one.focus();
        if (one.tagName === "SELECT") {
          const select = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (one));
          select.selectedIndex = Number(pick) % Math.max(select.options.length, 1);
        } else if (one.type === "range") {
          one.value = String(Number(one.min) + ((Number(pick) % 11) / 10) * (Number(one.max) - Number(one.min)));
        } else {
          one.value = String(text);
        }
        one.dispatchEvent(new Event("input", { bubbles: true }));
        if (Number(pick) % 3) one.dispatchEvent(new Event("change", { bubbles: true }));
        return `${one.getAttribute("aria-label") ?? one.id} ${one.value.slice(0, 30)}`;
      }, /** @type {const} */ ([pick, text]))
      .catch(String);
    return `write ${said}`;
  }
  if (kind < 88) {
    const key = random.of(KEYS);
    await page.keyboard.press(key).catch(() => {});
    return `key ${key}`;
  }
  if (kind < 92) {
    await page.keyboard.type(random.of(TEXTS).slice(0, 20)).catch(() => {});
    return "typed";
  }
  const address = kind < 96 ? `#/${random.of(VIEWS)}` : random.of(ODD);
  const back = random.below(3);
  await page
    .evaluate(
      ([address, back]) =>
        back === 0 ? history.back() : back === 1 ? history.forward() : (location.hash = String(address)),
      /** @type {const} */ ([address, back]),
    )
    .catch(() => {});
  return `go ${back} ${address}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const until = Date.now() + Number(process.argv[2] ?? 5) * 60_000;
  let seed = Number(process.argv[3] ?? 1);
  const result = { seeds: 0, events: 0, falls: 0 };
  const site = await serve();
  const browser = await chromium.launch(launch);
  try {
    for (; Date.now() < until; seed += 1) {
      const page = await browser.newPage({ locale: "sv-SE", viewport: { width: 1366, height: 768 } });
      const found = await monkey(page, site.url, seed, (done) => done < 400 && Date.now() < until);
      result.seeds += 1;
      result.events += found.done;
      if (found.why) {
        result.falls += 1;
        console.error(JSON.stringify(found, null, 1));
      }
      await page.close();
    }
  } finally {
    // Also where the monkey itself was stopped.
    console.log(JSON.stringify(result));
    await browser.close();
    await site.close();
  }
  process.exitCode = result.falls === 0 ? 0 : 1;
}
