// The main pages on a telephone, on a desk, and at twice the size.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE } from "../lib/browser.js";
import { STAFF, signIn } from "../lib/desk.js";
import { someone } from "../lib/house.js";
import { fits, wellMade } from "../lib/look.js";

const PUBLIC = ["/", "/file", "/t", "/how", "/data", "/access", "/sealed", "/agents", "/desk/sign-in", "/nowhere"];
const STAFFED = ["/desk", "/desk?tab=open", "/desk/orders", "/desk/search?q=%E8%8D%89%E5%8E%9F", "/desk/register", "/desk/keys"];

const name = (path) => `page${path.replace(/[^a-z]+/g, "-").replace(/-$/, "")}`;

test("public pages on a telephone: nothing sticks out, nothing is out of reach", async (t) => {
  const her = await someone(t, PHONE);
  for (const path of PUBLIC) {
    await her.page.goto(path);
    await wellMade(her, name(path));
    assert.equal(await her.page.locator("h1").count(), 1, path);
  }
});

test("public pages at 200 % still fit", async (t) => {
  // Twice the size on the same glass is half of the width.
  const her = await someone(t, { viewport: { width: 195, height: 422 }, deviceScaleFactor: 2 });
  for (const path of PUBLIC) {
    await her.page.goto(path);
    await fits(her.page);
  }
});

test("public pages in English and in large type", async (t) => {
  const her = await someone(t, PHONE);
  await her.page.goto("/preferences?lang=en&large=1");
  for (const path of ["/", "/file", "/t"]) {
    await her.page.goto(path);
    assert.equal(await her.page.locator("html").getAttribute("lang"), "en");
    await wellMade(her, `${name(path)}-large-en`);
  }
});

test("the desk's pages", async (t) => {
  const officer = await someone(t, DESK);
  await signIn(officer, STAFF.bureau);
  for (const path of STAFFED) {
    await officer.page.goto(path);
    await wellMade(officer, name(path));
  }
});
