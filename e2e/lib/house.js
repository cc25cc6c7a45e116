// One demo and one browser for all suites: both take a while to come up.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, open } from "./browser.js";
import { startDemo } from "./demo.js";

export const house = { demo: null, browser: null };

before(async () => {
  [house.demo, house.browser] = await Promise.all([startDemo(), launch()]);
});

after(async () => {
  await house.browser?.close();
  await house.demo?.stop();
});

/** A window for one person; at the end of the test nothing may have gone wrong in it. */
export async function someone(t, look, script = true) {
  const who = await open(house.browser, house.demo.url, look, script);
  t.after(async () => {
    await who.context.close();
    assert.deepEqual(who.faults, []);
  });
  return who;
}
