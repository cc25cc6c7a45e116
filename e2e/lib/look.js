// What every page has to be: no wider than its window, without accessibility violations, worth a picture.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const out = fileURLToPath(new URL("../out/", import.meta.url));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Takes a picture of the whole page into e2e/out. */
export async function picture(page, name) {
  await mkdir(out, { recursive: true });
  // Hiding the caret would take an inline style, which the pages' policy refuses.
  await page.screenshot({ path: `${out}${name}.png`, fullPage: true, caret: "initial" });
}

/** The page does not scroll sideways; what sticks out is named. */
export async function fits(page) {
  const { wide, width, culprits } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const sticksOut = (element) => element.getBoundingClientRect().right > width + 0.5;
    const inside = (element) => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible") return true;
      }
      return false;
    };
    const culprits = [...document.querySelectorAll("body *")]
      .filter((element) => sticksOut(element) && !inside(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return { wide: document.documentElement.scrollWidth, width, culprits: culprits.slice(0, 5) };
  });
  assert.ok(wide <= width, `${page.url()} is ${wide} px wide in a window of ${width}: ${culprits.join(", ")}`);
}

/** No violation of WCAG 2.1 AA. Needs a window with script: without, its timers never fire. */
export async function accessible(page) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    const result = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    const where = (nodes) => nodes.slice(0, 3).map((node) => node.html.slice(0, 200));
    return result.violations.map(({ id, help, nodes }) => `${id} (${help}): ${where(nodes).join("\n    ")}`);
  });
  assert.deepEqual(violations, [], `${page.url()}\n${violations.join("\n")}`);
}

/** All of it for the window `who`; the picture is named after the window as well. */
export async function wellMade(who, name) {
  await fits(who.page);
  if (who.script) await accessible(who.page);
  await picture(who.page, `${name}-${who.script ? "script" : "plain"}`);
}
