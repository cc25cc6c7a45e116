// `npm run measure`: weight and times of the pages people open first, on a slow telephone on a slow line. Printed, not asserted:
// a shared machine's clock is no judge. LIANXIN_DEMO_URL measures a house that is open already.
import { launch } from "./lib/browser.js";
import { startDemo } from "./lib/demo.js";
import { open, PHONE } from "./lib/browser.js";
import { lookUp, receipt, send, write } from "./lib/petitioner.js";
import { timed, weigh } from "./lib/weight.js";

const [demo, browser] = await Promise.all([startDemo(), launch()]);
try {
  const her = await open(browser, demo.url, PHONE);
  await write(her);
  await send(her);
  const { number, code } = await receipt(her);
  await her.context.close();
  const hers = (who) => lookUp(who, number, code);
  const pages = [["/"], ["/file"], ["/answers"], ["/t"], [`/t/${number}`, hers]];
  console.log("slow 3G (400 kbit/s, 400 ms), processor slowed four times, empty cache");
  console.log("page              script  requests    KB   seen s  usable s  whole s");
  for (const [path, prepare] of pages) {
    for (const script of [false, true]) {
      const bytes = await weigh(browser, demo.url, path, script, prepare);
      const took = await timed(browser, demo.url, path, script, prepare);
      const seconds = [took.paint, took.usable, took.whole].map((ms) => (ms / 1000).toFixed(2).padStart(8)).join(" ");
      const name = path.startsWith("/t/") ? "/t/{number}" : path;
      const weight = (bytes.all / 1024).toFixed(1).padStart(6);
      console.log(`${name.padEnd(17)} ${String(script).padEnd(6)} ${String(bytes.requests).padStart(8)} ${weight} ${seconds}`);
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}
