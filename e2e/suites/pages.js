// Every page and state in front of everybody who opens it: nothing sticks out, nothing is out of reach, nothing moves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { explained, reachable, still, walkable, whole } from "../lib/checks.js";
import { signIn } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { accessible, fits, picture, wellMade } from "../lib/look.js";
import { lookUp, receipt, send, write } from "../lib/petitioner.js";
import { HERS, PUBLIC, STAFFED, isListed, routes } from "../lib/tour.js";

/** Twice the size on the same glass is half of the width. */
const TWICE = { viewport: { width: 195, height: 422 }, deviceScaleFactor: 2 };
const PORTAL_LEAST = 48;
const DESK_LEAST = 38;
/** Two characters: a verb at the end of a row. */
const DESK_NARROWEST = 28;
/** On a desk's wide table a column may grow by a hair when the script comes; a tenth of what counts as good (0.1). */
const DESK_MOVES = 0.01;

const name = (path) => `page${path.replace(/[0-9a-f-]{20,}|%[0-9A-F]{2}/g, "").replace(/[^a-z]+/g, "-").replace(/-$/, "")}`;

test("every route of the house is walked", async () => {
  const forgotten = (await routes()).filter((route) => !isListed(route));
  assert.deepEqual(forgotten, [], "name them in lib/tour.js");
});

/** A matter of her own, opened in the window `who`. */
async function opened(t) {
  const her = await someone(t, PHONE);
  await write(her);
  await send(her);
  const { number, code } = await receipt(her);
  return { number, open: (who) => lookUp(who, number, code) };
}

/** Goes there; a page that does not exist yet in this house is an error page, and that is one as well. */
async function goto({ page }, path) {
  await page.goto(path);
}

/** What is wrong on any page is told together at the end, not page by page. */
function collector() {
  const troubles = [];
  return {
    check: async (one) => {
      try {
        await one();
      } catch (error) {
        if (error.code !== "ERR_ASSERTION") throw error;
        troubles.push(error.message.slice(0, 1500));
      }
    },
    nothing: () => assert.equal(troubles.join("\n\n"), ""),
  };
}

async function portalPage(who, path, look, check) {
  await goto(who, path);
  await check(() => fits(who.page));
  await check(() => accessible(who.page));
  if (!look) await picture(who.page, name(path));
  await check(() => reachable(who.page, PORTAL_LEAST));
  await check(() => still(who.page));
  await check(() => whole(who.page));
  await check(() => explained(who.page));
}

const LOOKS = [
  ["", null],
  ["-large", "large=1"],
  ["-en", "lang=en"],
  ["-large-en", "lang=en&large=1"],
];

for (const [look, wanted] of LOOKS) {
  test(`the portal on a telephone${look.replaceAll("-", " ")}`, async (t) => {
    const { number, open } = await opened(t);
    const her = await someone(t, PHONE);
    const { check, nothing } = collector();
    if (wanted) await her.page.goto(`/preferences?${wanted}`);
    for (const path of PUBLIC) {
      await portalPage(her, path, look, check);
      if (wanted?.includes("lang=en")) assert.equal(await her.page.locator("html").getAttribute("lang"), "en");
      if (!wanted) await check(() => walkable(her.page));
    }
    await open(her);
    for (const rest of HERS) {
      await portalPage(her, `/t/${number}${rest}`, look, check);
      if (!wanted) await check(() => walkable(her.page));
    }
    nothing();
  });
}

test("forms that are sent empty say what is missing, in every look", async (t) => {
  const her = await someone(t, PHONE);
  for (const [look, wanted] of LOOKS) {
    if (wanted) await her.page.goto(`/preferences?lang=zh-CN&large=0`);
    if (wanted) await her.page.goto(`/preferences?${wanted}`);
    for (const path of ["/file", "/t", "/desk/sign-in"]) {
      await her.page.goto(path);
      await her.page.locator("main form button.lx-button--primary").last().click();
      await her.page.locator(".lx-summary").waitFor();
      await wellMade(her, `${name(path)}-empty${look}`);
      await reachable(her.page, path.startsWith("/desk") ? DESK_LEAST : PORTAL_LEAST);
    }
  }
});

test("the portal at 200 % still fits, and needs no script", async (t) => {
  const { number, open } = await opened(t);
  const { check, nothing } = collector();
  for (const script of [true, false]) {
    const her = await someone(t, TWICE, script);
    await open(her);
    for (const path of [...PUBLIC, ...HERS.map((rest) => `/t/${number}${rest}`)]) {
      await goto(her, path);
      await check(() => fits(her.page));
      await check(() => explained(her.page));
    }
  }
  nothing();
});

/** The cases a page leads to, and what may be done there: one of each kind. */
async function onward(page) {
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  const kinds = new Map();
  for (const href of links) {
    const path = href.split(/[?#]/)[0];
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}");
    if (/^\/(desk|admin)\//.test(path) && path !== kind && !/\/files?(\/|$)/.test(kind) && !kinds.has(kind)) kinds.set(kind, path);
  }
  return kinds;
}

/** Those who open most kinds of pages. */
const PICTURED = ["dm-xinfang", "dm-chengban", "dm-admin"];

for (const [login, paths] of Object.entries(STAFFED)) {
  test(`the desk of ${login}`, async (t) => {
    const officer = await someone(t, DESK);
    await signIn(officer, login);
    const { check, nothing } = collector();
    const seen = new Map(paths.map((path) => [path, path]));
    // Pages lead to cases, and cases to what may be done with them; each kind of page once.
    for (const [kind, path] of seen) {
      await goto(officer, path);
      await check(() => fits(officer.page));
      await check(() => accessible(officer.page));
      if (PICTURED.includes(login)) await picture(officer.page, `${login}-${name(kind)}`);
      await check(() => reachable(officer.page, DESK_LEAST, DESK_NARROWEST));
      // The doorstep stands as a plain form until the script knows that the device can keep it.
      await check(() => whole(officer.page));
      await check(() => still(officer.page, kind === "/desk/doorstep" ? 0.1 : DESK_MOVES));
      await check(() => explained(officer.page));
      if (PICTURED.includes(login)) await check(() => walkable(officer.page));
      for (const [next, address] of await onward(officer.page)) if (!seen.has(next)) seen.set(next, address);
    }
    nothing();
  });
}

test("the desk fits on a telephone, and at 200 %", async (t) => {
  const { check, nothing } = collector();
  for (const look of [PHONE, { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }]) {
    const officer = await someone(t, look);
    await signIn(officer, "dm-xinfang");
    const seen = new Map(STAFFED["dm-xinfang"].map((path) => [path, path]));
    for (const [, path] of seen) {
      await goto(officer, path);
      await check(() => fits(officer.page));
      for (const [next, address] of await onward(officer.page)) if (!seen.has(next)) seen.set(next, address);
    }
    await check(() => accessible(officer.page));
  }
  nothing();
});
