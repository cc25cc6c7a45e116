// The same pages for other eyes: Mongolian, large type, the reader's own colours, paper, and no colour at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "../lib/browser.js";
import { someone } from "../lib/house.js";
import { accessible, fits, picture, wellMade } from "../lib/look.js";
import { MATTER, lookUp, receipt, send, write } from "../lib/petitioner.js";

const PUBLIC = ["/", "/file", "/t", "/how", "/data", "/access", "/laws", "/sealed", "/obstructed", "/agents", "/offline", "/nowhere"];
const name = (path) => path.replace(/[^a-z]+/g, "-").replace(/^-|-$/g, "") || "home";

test("a page in Mongolian flows sideways when every sentence has a phrase; else it is Chinese with the Mongolian on top", async (t) => {
  const her = await someone(t, PHONE);
  await her.page.goto("/");
  await her.page.locator('.lx-bar a[hreflang="mn-Mong-CN"]').click();
  for (const path of PUBLIC) {
    await her.page.goto(path);
    const look = await her.page.evaluate(() => {
      const root = document.documentElement;
      const inputs = [...document.querySelectorAll("main input:not([type=hidden]), main textarea, main select")];
      const down = root.classList.contains("lx-down");
      const block = document.querySelector("main .lx-bilingual .lx-vertical");
      return {
        lang: root.lang === (down ? "mn-Mong-CN" : "zh-CN"),
        mode: getComputedStyle(document.querySelector("main")).writingMode === (down ? "vertical-lr" : "horizontal-tb"),
        still: down ? root.scrollHeight - root.clientHeight : root.scrollWidth - root.clientWidth,
        upright: inputs.every((input) => getComputedStyle(input).writingMode === "horizontal-tb"),
        block: down || !block || getComputedStyle(block).writingMode === "vertical-lr",
        left: document.body.textContent.match(/[\ue010-\ue014]/g),
      };
    });
    assert.deepEqual(look, { lang: true, mode: true, still: 0, upright: true, block: true, left: null }, path);
    await accessible(her.page);
    await picture(her.page, `mn-${name(path)}`);
  }
  // What can be said in Mongolian stands on top, is there in Chinese for a screen reader, and is not passed off as checked.
  await her.page.goto("/");
  const block = her.page.locator("main .lx-bilingual .lx-vertical").first();
  assert.match(await block.textContent(), /[\u1820-\u1842]/);
  assert.match(await block.getAttribute("aria-label"), /\p{Script=Han}/u);
  assert.ok(await block.evaluate((one) => one.classList.contains("lx-vertical--draft")));
  assert.equal(await her.page.getByRole("link", { name: "反映一件事" }).count(), 1);
  await her.page.getByRole("link", { name: "English" }).first().click();
  assert.equal(await her.page.locator("html").getAttribute("lang"), "en");
});

test("a matter filed in Mongolian is answered with a Mongolian head, in Chinese too", async (t) => {
  const her = await someone(t, PHONE);
  await her.page.goto("/preferences?lang=mn-Mong-CN&back=/file");
  const { page } = her;
  const county = page.locator("#county");
  if ((await county.count()) && (await page.locator("#division").count()) === 0) {
    await county.selectOption({ label: "达尔罕茂明安联合旗" });
    await page.locator('button[name="do"][value="place"]').click();
  }
  await page.locator("#division").selectOption({ index: 0 });
  await page.locator("#facts").fill(MATTER.facts);
  await page.locator('[name="claims"]').first().fill(MATTER.claims[0]);
  await page.locator("#phone").fill(MATTER.phone);
  await page.locator("#truth").check();
  await page.locator("form[data-draft] button[type=submit]").last().click();
  const { number, code } = await receipt(her);
  await picture(page, "mn-receipt");
  await page.goto(`/t/${number}`);
  await accessible(page);
  await picture(page, "mn-track");
  await page.goto("/preferences?lang=zh-CN&large=1");
  await lookUp(her, number, code);
  const block = page.locator(".lx-bilingual .lx-vertical");
  await block.waitFor();
  assert.equal(await block.evaluate((one) => getComputedStyle(one).writingMode), "vertical-lr");
  assert.match(await block.getAttribute("aria-label"), /您好/);
  await page.getByText("以汉文本为准").waitFor();
  await wellMade(her, "mn-head-large");
});

test("large type fits on every public page, and at twice the size as well", async (t) => {
  for (const viewport of [PHONE.viewport, { width: 195, height: 422 }]) {
    const her = await someone(t, { ...PHONE, viewport });
    await her.page.goto("/preferences?large=1");
    for (const path of PUBLIC) {
      await her.page.goto(path);
      await fits(her.page);
      assert.equal(await her.page.evaluate(() => getComputedStyle(document.body).fontSize), "24px");
      await picture(her.page, `large-${viewport.width}-${name(path)}`);
    }
  }
});

test("in large type every target is 56 px high", async (t) => {
  const her = await someone(t, PHONE);
  await her.page.goto("/preferences?large=1");
  for (const path of ["/", "/file", "/t", "/agents"]) {
    await her.page.goto(path);
    const small = await her.page.evaluate(() =>
      [...document.querySelectorAll("button, .lx-button, .lx-tool, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio])")]
        .filter((one) => one.checkVisibility() && !one.matches(".lx-hide") && one.getBoundingClientRect().height < 55.5)
        .map((one) => `${one.tagName}.${one.className} ${one.getBoundingClientRect().height}`),
    );
    assert.deepEqual(small, [], path);
  }
});

for (const colorScheme of ["dark", "light"]) {
  test(`the reader's own colours (${colorScheme}): every state keeps an edge, focus is seen`, async (t) => {
    const her = await someone(t, PHONE);
    await her.page.emulateMedia({ forcedColors: "active", colorScheme, reducedMotion: "reduce" });
    await write(her);
    await picture(her.page, `forced-${colorScheme}-file`);
    await send(her);
    const { number } = await receipt(her);
    await picture(her.page, `forced-${colorScheme}-receipt`);
    await her.page.goto(`/t/${number}`);
    const bare = await her.page.locator(".lx-chip, .lx-tag, .lx-button, .lx-disc, .lx-notice").evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && Number.parseFloat(getComputedStyle(one).borderTopWidth) < 1).map((one) => one.className),
    );
    assert.deepEqual(bare, []);
    await her.page.keyboard.press("Tab");
    await her.page.keyboard.press("Tab");
    const focus = await her.page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
    assert.equal(focus, "3px");
    await fits(her.page);
    await picture(her.page, `forced-${colorScheme}-track`);
  });
}

test("on paper: no navigation, chips in brackets, black on white", async (t) => {
  const her = await someone(t, PHONE);
  await write(her);
  await send(her);
  const { number } = await receipt(her);
  for (const path of [`/file/${number}/receipt`, `/t/${number}`]) {
    await her.page.goto(path);
    await her.page.emulateMedia({ media: "print" });
    const sheet = await her.page.evaluate(() => {
      const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
      const chips = [...document.querySelectorAll(".lx-chip")];
      return {
        navigation: seen(".lx-bar__tools, .lx-foot, main button, .lx-back, .lx-noprint"),
        ground: getComputedStyle(document.body).backgroundColor,
        brackets: chips.every((one) => getComputedStyle(one, "::before").content === '"["'),
        borders: chips.every((one) => Number.parseFloat(getComputedStyle(one).borderTopWidth) >= 1),
      };
    });
    assert.deepEqual(sheet, { navigation: 0, ground: "rgb(255, 255, 255)", brackets: true, borders: true }, path);
    await picture(her.page, `print-${path.includes("receipt") ? "receipt" : "track"}`);
    await her.page.emulateMedia({ media: "screen" });
  }
});
