// What the petitioner does, as she does it: by links, fields and buttons.
import assert from "node:assert/strict";

/** A matter that nobody ever had. */
export const MATTER = {
  facts: "今年五月，草原站的补贴名单里没有我家。去问过两次，都说要等。我家草场三百亩，去年和前年都有补贴。",
  claims: ["把我家今年的草原补奖补上。", "说清楚名单是怎么定的。", "拖欠的放牧误工费给个说法。"],
  name: "其其格",
  phone: "13800000000",
};

/** Fills in the form; what `other` names differently. Returns nothing: it is not sent yet. */
export async function write({ page }, other = {}) {
  const matter = { ...MATTER, ...other };
  await page.goto("/");
  await page.locator('main a[href="/file"]').first().click();
  await choosePlace(page);
  await page.locator("#facts").fill(matter.facts);
  const claims = page.locator('[name="claims"]');
  for (const [n, claim] of matter.claims.entries()) {
    if (n >= (await claims.count())) await page.locator(".lx-lines__add").click();
    await claims.nth(n).fill(claim);
  }
  await page.locator("#name").fill(matter.name);
  await page.locator("#phone").fill(matter.phone);
  await page.locator("#truth").check();
}

/** The banner; which village is left open, so that the banner's own bureau registers it. */
async function choosePlace(page) {
  const county = page.locator("#county");
  if ((await county.count()) && (await page.locator("#division").count()) === 0) {
    await county.selectOption({ label: "达尔罕茂明安联合旗" });
    await page.locator('button[name="do"][value="place"]').click();
  }
  await page.locator("#division").selectOption({ index: 0 });
}

/** Presses the one button. */
export async function send({ page }) {
  await page.getByRole("button", { name: "提交，拿编号" }).click();
}

/** What she takes home. */
export async function receipt({ page }) {
  await page.waitForURL(/\/file\/[^/]+\/receipt$/);
  const number = (await page.locator(".lx-receipt__number").innerText()).trim();
  const code = (await page.locator(".lx-receipt__code").innerText()).trim();
  assert.match(code, /^\d{4} \d{4}$/);
  assert.ok(page.url().endsWith(`/file/${number}/receipt`), page.url());
  return { number, code };
}

/** Number and code, as typed from the paper. */
export async function lookUp({ page }, number, code) {
  await page.goto("/t");
  await page.locator("#number").fill(number);
  await page.locator("#code").fill(code);
  await page.locator('main form button[type="submit"].lx-button--primary').first().click();
}

/** A number of the same day that is well formed and that nobody has: its last digit is a check over the others (Luhn). */
export function unknownNumber(number) {
  const body = number.replace(/-\d{6}-\d$/, "-999999");
  const doubled = (digit, n) => (n % 2 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2);
  const sum = [...body.replaceAll("-", "")].reverse().map(Number).map(doubled).reduce((a, b) => a + b, 0);
  return `${body}-${(10 - (sum % 10)) % 10}`;
}
