// Every page there is, by who opens it: the routes of the house beside the places where this list goes. A page that nobody
// lists here is found by the test that compares both.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const source = fileURLToPath(new URL("../../crates/web/src/", import.meta.url));

/** Pages that anybody may open. */
export const PUBLIC = [
  "/",
  "/file",
  "/t",
  "/how",
  "/data",
  "/access",
  "/laws",
  "/sealed",
  "/obstructed",
  "/agents",
  "/offline",
  "/answers",
  "/answers?q=%E6%9A%96%E6%B0%94",
  "/answers?q=zzzzzz",
  "/verify",
  "/d",
  "/d/zzzz-zzzz",
  "/nowhere",
  "/desk/sign-in",
];

/** Pages of her own matter, after number and code. */
export const HERS = ["", "/add", "/nudge", "/withdraw", "/rate", "/confirm", "/reopen", "/review", "/answer", "/views", "/mandate", "/other", "/notify"];

/** What each role opens at the desk; cases are found from there. */
export const STAFFED = {
  "dm-xinfang": [
    "/desk",
    "/desk?tab=triage",
    "/desk?tab=objections",
    "/desk?tab=sign",
    "/desk?tab=open",
    "/desk?tab=over",
    "/desk?tab=open&urgency=red",
    "/desk/orders",
    "/desk/search?q=%E6%9A%96%E6%B0%94",
    "/desk/search?q=zzzzzz",
    "/desk/register",
    "/desk/answers",
    "/desk/answers/new",
    "/desk/assist",
    "/desk/recordings",
    "/desk/unreached",
    "/desk/letters",
    "/desk/letters?tab=issued",
    "/desk/ledgers",
    "/desk/supervision",
    "/desk/supervision?tab=listed",
    "/desk/supervision/weekly",
    "/desk/supervision/shared",
    "/desk/advice",
    "/desk/advice/new",
    "/desk/network",
    "/desk/cycle",
    "/desk/keys",
    "/desk/sessions",
    "/desk/password",
    "/desk/matters/00000000-0000-7000-8000-000000000000",
    "/admin",
    "/desk/nowhere",
  ],
  "dm-zhanzhang": ["/desk", "/desk/register", "/desk/finds", "/desk/network", "/desk/cycle"],
  "dm-daiban": ["/desk", "/desk/register", "/desk/doorstep", "/desk/finds"],
  "dm-wangge": ["/desk", "/desk/register", "/desk/finds", "/desk/finds/new"],
  "dm-dengji": ["/desk", "/desk/register"],
  "dm-chengban": ["/desk", "/desk?tab=open"],
  "dm-shenhe": ["/desk", "/desk?tab=sign"],
  "dm-juzhang": ["/desk", "/desk?tab=sign", "/desk/leader", "/desk/letters", "/desk/supervision"],
  "dm-ducha": ["/desk", "/desk/supervision", "/desk/supervision/weekly", "/desk/advice"],
  "dm-huifang": ["/desk", "/desk/follow-up"],
  "dm-lianxi": ["/desk", "/desk/leader", "/desk/supervision"],
  "dm-shenji": ["/desk", "/admin/audit"],
  "bt-xinfang": ["/desk", "/desk/obstructions"],
  "dm-admin": [
    "/admin/catalogue",
    "/admin/catalogue/import",
    "/admin/catalogue/row",
    "/admin",
    "/admin/divisions",
    "/admin/divisions/import",
    "/admin/units",
    "/admin/units/new",
    "/admin/units/import",
    "/admin/staff",
    "/admin/staff/new",
    "/admin/staff/import",
    "/admin/network",
    "/admin/network?view=stations",
    "/admin/network?view=agents",
    "/admin/network?view=grids",
    "/admin/network?view=without",
    "/admin/network/import/agents",
    "/admin/practice",
    "/admin/practice/part?file=escalation.csv",
    "/admin/practice/part?file=clocks.toml",
    "/admin/practice/part?file=vocabulary.csv",
    "/admin/notices",
    "/admin/notices/wording",
    "/admin/letters",
    "/admin/letters/SUPERVISION_LETTER",
    "/admin/letters/AGENCY_MANDATE",
    "/admin/outbox",
    "/admin/clocks",
    "/admin/calendar",
    "/admin/settings",
    "/admin/audit",
  ],
};

/** Routes that show no page of their own, or that a suite opens with what it has just made. */
export const ELSEWHERE = new Map([
  ["/assets/{name}", "no page"],
  ["/openapi.json", "no page"],
  ["/desk/{*rest}", "no page"],
  ["/admin/{*rest}", "no page"],
  ["/matters/{id}/commands/{command}", "no page"],
  ["/t/close", "a button"],
  ["/desk/sign-out", "a button"],
  ["/admin/catalogue/row/remove", "a button"],
  ["/admin/practice/back", "a button"],
  ["/desk/unreached/{id}", "cases"],
  ["/gateway/sms/{secret}", "no page"],
  ["/preferences", "a button"],
  ["/admin/calendar/publish", "a button"],
  ["/admin/staff/{id}/password", "a button"],
  ["/t/{number}/files/{id}", "a file"],
  ["/desk/matters/{id}/files/{file}", "a file"],
  ["/styleguide", "development only"],
  ["/styleguide/panic", "development only"],
  ["/styleguide/fault", "development only"],
  ["/file/{number}/receipt", "story"],
  ["/desk/register/receipt", "story"],
  ["/file/alike", "a part of the form"],
  ["/s/forget", "a button"],
  ["/t/{number}/receipt.json", "a file"],
  ["/t/{number}/views/{look}", "story"],
  ["/desk/obstructions/{id}/files/{file}", "a file"],
  ["/sw.js", "no page"],
  ["/answers/{name}", "cases"],
  ["/desk/answers/{id}", "cases"],
  ["/desk/answers/{id}/withdraw", "a button"],
  ["/s/{code}/about", "cases"],
  ["/s/{code}/sign", "cases"],
  ["/obstructed/{number}/add", "story"],
  ["/obstructed/{number}/receipt", "story"],
  ["/desk/bulk", "a button"],
  ["/desk/filters", "a button"],
  ["/desk/live", "no page"],
  ["/desk/preview/{id}", "a part of the inbox"],
  ["/desk/triage/{id}/alike", "a button"],
  ["/desk/doorstep/files", "no page"],
  ["/desk/doorstep/manifest.webmanifest", "no page"],
  ["/desk/doorstep/send", "no page"],
  ["/desk/doorstep/state", "no page"],
  ["/desk/sw.js", "no page"],
  ["/recordings/{phrase}", "a file"],
  ["/desk/matters/{id}/files/{file}/transcript", "a button"],
  ["/desk/obstructions/{id}", "cases"],
  ["/desk/obstructions/{id}/identity", "cases"],
  ["/desk/obstructions/{id}/{command}", "cases"],
  ["/desk/follow-up/{id}", "cases"],
  ["/desk/objections/{id}", "cases"],
  ["/desk/opinions/{id}", "cases"],
  ["/desk/triage/{id}", "cases"],
  ["/desk/matters/{id}", "cases"],
  ["/desk/matters/{id}/do/{command}", "cases"],
  ["/desk/matters/{id}/identity", "cases"],
  ["/desk/orders/{id}", "cases"],
  ["/desk/orders/{id}/do/{command}", "cases"],
  ["/s/{code}", "cases"],
  ["/desk/network", "cases"],
  ["/desk/network/export/{kind}", "a file"],
  ["/desk/network/agents/{id}", "cases"],
  ["/desk/network/agents/{id}/absence", "a button"],
  ["/desk/network/agents/{id}/back", "a button"],
  ["/desk/network/agents/{id}/hand-over", "a button"],
  ["/desk/network/agents/{id}/end", "a button"],
  ["/admin/network/agents/{id}", "cases"],
  ["/admin/network/import/{kind}", "cases"],
  ["/admin/network/export/{kind}", "a file"],
  ["/admin/network/template/{kind}", "a file"],
  ["/admin/practice/file", "a file"],
  ["/admin/notices/test", "a button"],
  ["/admin/letters/{kind}", "cases"],
  ["/admin/letters/{kind}/preview", "a file"],
  ["/d/{code}", "cases"],
  ["/desk/assist/{id}", "cases"],
  ["/desk/advice/{id}", "cases"],
  ["/desk/advice/{id}/{command}", "cases"],
  ["/desk/finds/{id}", "cases"],
  ["/desk/finds/{id}/{command}", "cases"],
  ["/desk/letters/new/{case}", "cases"],
  ["/desk/letters/{id}", "cases"],
  ["/desk/letters/{id}/drop", "a button"],
  ["/desk/letters/{id}/file", "a file"],
  ["/desk/letters/{id}/revise", "cases"],
  ["/desk/letters/{id}/sign", "a button"],
  ["/desk/letters/{id}/void", "a button"],
  ["/desk/matters/{id}/lead", "cases"],
  ["/desk/matters/{id}/mandate", "cases"],
  ["/desk/supervision/new/{case}", "cases"],
  ["/desk/supervision/{id}", "cases"],
  ["/desk/supervision/{id}/{command}", "cases"],
  ["/t/{number}/find/{what}", "a button"],
  ["/t/{number}/papers/{id}", "a file"],
  ["/admin/units/{id}", "cases"],
  ["/admin/staff/{id}", "cases"],
]);

/** Every route that the house declares. */
export async function routes() {
  const found = new Set();
  const walk = async (folder) => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== "api" && entry.name !== "tests") await walk(path);
      } else if (entry.name.endsWith(".rs") && !entry.name.startsWith("tests")) {
        const text = await readFile(path, "utf8");
        for (const [, route] of text.matchAll(/\.route\(\s*"([^"]+)"/g)) found.add(route);
      }
    }
  };
  await walk(source);
  return [...found].sort();
}

/** Whether the list above goes there. */
export function isListed(route) {
  const paths = [...PUBLIC, ...Object.values(STAFFED).flat(), ...HERS.map((rest) => `/t/{number}${rest}`)];
  return ELSEWHERE.has(route) || paths.some((path) => path.split("?")[0] === route);
}
