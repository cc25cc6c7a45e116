// What every page promises beside its words: big enough to hit, still while it loads, whole by keyboard, explained.
import assert from "node:assert/strict";

/**
 * Every visible control is at least `least` px high and `narrowest` px wide. A radio or checkbox counts with its label, a link within a
 * sentence as high as its line: WCAG 2.5.8 excepts it, and so does the rule.
 */
export async function reachable(page, least, narrowest = least) {
  const small = await page.evaluate(({ least, narrowest }) => {
    const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const larger = (a, b) => (b.width * b.height > a.width * a.height ? b : a);
    const isInline = (element) =>
      element.tagName === "A" &&
      getComputedStyle(element).display.startsWith("inline") &&
      [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    const found = [];
    for (const element of document.querySelectorAll(controls)) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) || isInline(element)) continue;
      // For screen readers and the keyboard only, until it has the focus.
      if (element.closest(".lx-hide, .lx-skip, [hidden]")) continue;
      const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
      const box = boxes.reduce(larger);
      if (box.width + 0.5 < narrowest || box.height + 0.5 < least) {
        const words = (element.innerText || element.name || element.id).trim().slice(0, 20);
        found.push(`${element.tagName.toLowerCase()}.${element.className} ${words}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
      }
    }
    return found;
  }, { least, narrowest });
  assert.deepEqual(small, [], `${page.url()}: smaller than ${least} px`);
}

/** Every sentence was found, and every place in it filled. */
export async function whole(page) {
  const text = await page.evaluate(() => document.documentElement.innerText);
  assert.ok(!/⟨|\{\s?\$/.test(text), `${page.url()}: ${text.match(/.{0,20}(⟨|\{\s?\$).{0,30}/)?.[0]}`);
}

/** Nothing moved by itself since the page began, or no more than `most` of the window's height and width together. */
export async function still(page, most = 0) {
  const moved = await page.evaluate(
    (most) =>
      new Promise((resolve) => {
        const shifts = [];
        const name = (node) => (node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : "text");
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput && entry.value > most) shifts.push(`${entry.value.toFixed(4)} ${entry.sources.map(({ node }) => name(node)).join(", ")}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(shifts), 30));
      }),
    most,
  );
  assert.deepEqual(moved, [], `${page.url()} moved`);
}

/** What the Tab key stands on, and whether one sees it; `null` outside of the page. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    // Within a date the browser itself marks the part that is written. A radio that looks like a button shows the ring around what stands for it.
    const shown = [element, element.nextElementSibling, element.parentElement, element.closest("label")].filter(Boolean);
    const ringed = shown.some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    });
    element.dataset.walked ??= String((window.lxWalked = (window.lxWalked ?? 0) + 1));
    return { key: element.dataset.walked, ringed: ringed || element.type === "date", html: element.outerHTML.slice(0, 160) };
  });
}

/** What Tab has to reach: every visible control; of a group of radios one. */
function controls(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")];
    const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0);
    const needed = seen.filter((one) => one.type !== "radio" && !one.closest("[inert]"));
    window.lxWalked = 0;
    for (const one of all) delete one.dataset.walked;
    for (const one of needed) one.dataset.walked = `c${(window.lxWalked += 1)}`;
    return needed.map((one) => [one.dataset.walked, one.outerHTML.slice(0, 160)]);
  });
}

/** Tabs through all controls and back: nothing holds the focus, nothing is left out, and one always sees where it is. */
export async function walkable(page) {
  const needed = await controls(page);
  for (const key of ["Tab", "Shift+Tab"]) {
    await page.evaluate(() => {
      document.activeElement?.blur();
      getSelection()?.removeAllRanges();
    });
    const visited = new Set();
    let misses = 0;
    let [before, stays] = [null, 0];
    // At the end the focus goes to the browser itself, or round to where it began.
    while (misses < 3) {
      await page.keyboard.press(key);
      const here = await focused(page);
      if (here === null) {
        misses += 1;
        if (visited.size > 0) break;
        continue;
      }
      // A date has a stop for year, month and day; more on one control is a trap.
      stays = here.key === before ? stays + 1 : 0;
      assert.ok(stays < 8, `${page.url()}: ${key} is caught on ${here.html}`);
      if (stays === 0 && visited.has(here.key)) break;
      assert.ok(here.ringed, `${page.url()}: no focus to be seen on ${here.html}`);
      visited.add(before = here.key);
    }
    const left = needed.filter(([name]) => !visited.has(name)).map(([, html]) => html);
    assert.deepEqual(left, [], `${page.url()}: ${key} does not reach`);
  }
}

/** One heading, and a sentence near it that says what the page is for or what is to be done. */
export async function explained(page) {
  const { headings, sentences } = await page.evaluate(() => {
    const said = [...document.querySelectorAll("main p, main .lx-lead, main [role=status], main .lx-notice")];
    const shown = said.filter((one) => one.checkVisibility() && !one.closest(".lx-hide"));
    return {
      headings: [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility()).length,
      sentences: shown.map((one) => one.innerText.trim()).filter((words) => words.length >= 6),
    };
  });
  assert.equal(headings, 1, `${page.url()} has one heading`);
  assert.ok(sentences.length > 0, `${page.url()} does not say what it is for`);
}
