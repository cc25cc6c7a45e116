// Pictures for the guides: small enough to be kept beside the text.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const PICTURES = fileURLToPath(new URL("../../docs/guide/pictures/", import.meta.url));
/** A picture may weigh so much. */
export const MOST = 60 * 1024;
/** Longer pages are cut: the guide shows what one sees first. */
const TALLEST = { 390: 1500, 1440: 1100 };

/** A desk's screen is shown at two thirds: words stay readable. */
const SCALE = { 390: 1, 1440: 0.67 };

/** Takes a picture of the page as it stands, as good as fits. */
export async function shoot({ context, page }, name) {
  await mkdir(PICTURES, { recursive: true });
  const { width } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, TALLEST[width] ?? 1100), scale: SCALE[width] ?? 1 };
  const cdp = await context.newCDPSession(page);
  for (let quality = 82; quality >= 30; quality -= 8) {
    const asked = { format: "webp", quality, clip, captureBeyondViewport: true };
    const bytes = Buffer.from((await cdp.send("Page.captureScreenshot", asked)).data, "base64");
    if (bytes.length <= MOST) return writeFile(`${PICTURES}${name}.webp`, bytes);
  }
  throw new Error(`${name} does not fit into ${MOST} bytes`);
}
