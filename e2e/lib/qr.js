// What a telephone reads from a QR code on a page.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const jsqr = await readFile(createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js"), "utf8");

/** Takes a picture of `locator` and reads it, in a window with script. */
export async function readCode(locator, browser) {
  const png = (await locator.screenshot({ caret: "initial" })).toString("base64");
  const page = await browser.newPage();
  await page.evaluate(jsqr);
  const text = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    // A camera sees it larger than it stands on a small screen.
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width * 3, height: image.height * 3 });
    const pen = canvas.getContext("2d");
    pen.imageSmoothingEnabled = false;
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return window.jsQR(data, width, height)?.data ?? null;
  }, png);
  await page.close();
  return text;
}
