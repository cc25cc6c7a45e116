// What a page may cost. Chromium says what came over the wire; the budgets are those of the promise "usable in three seconds
// on slow 3G": 400 kbit/s carry 50 KB in a second, and the first of the three goes to the way there and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE } from "../lib/browser.js";
import { house, someone } from "../lib/house.js";
import { lookUp, receipt, send, write } from "../lib/petitioner.js";
import { weigh } from "../lib/weight.js";

const KB = 1024;
/** What may come before she can read and type: document and styles block it, pictures and script do not. */
const FIRST_SIGHT = 48 * KB;

const PATHS = ["/", "/file", "/t", "/how", "/data", "/access", "/laws", "/agents", "/answers", "/sealed", "/obstructed"];

async function check(path, prepare) {
  for (const [script, most] of [
    [false, 100 * KB],
    [true, 160 * KB],
  ]) {
    const bytes = await weigh(house.browser, house.demo.url, path, script, prepare);
    const said = `${path} ${script ? "with" : "without"} script: ${JSON.stringify(bytes)}`;
    assert.ok(bytes.all > KB && bytes.all <= most, said);
    assert.ok((bytes.Document ?? 0) + (bytes.Stylesheet ?? 0) <= FIRST_SIGHT, said);
  }
}

test("portal pages weigh at most 100 KB, with script 160 KB, and show themselves after 48", async () => {
  for (const path of PATHS) await check(path);
});

test("so does her own matter", async (t) => {
  const her = await someone(t, PHONE);
  await write(her);
  await send(her);
  const { number, code } = await receipt(her);
  for (const path of [`/t/${number}`, `/t/${number}/add`, `/t/${number}/views`]) {
    await check(path, (who) => lookUp(who, number, code));
  }
});
