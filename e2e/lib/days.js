// Days as people in Beijing count them.

const DAY = 86_400_000;

/** Today, as an HTML date field wants it. */
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

/** The days named in a text (11月30日, with or without its year), in order: the next one of that name unless the year is said. */
export function daysIn(text) {
  const now = Date.parse(today());
  const found = [];
  for (const [, year, month, day] of text.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g)) {
    const at = (year) => Date.UTC(year, month - 1, day);
    const thisYear = new Date(now).getUTCFullYear();
    if (year) found.push(at(Number(year)));
    else found.push(at(thisYear) < now - 120 * DAY ? at(thisYear + 1) : at(thisYear));
  }
  return found.sort((a, b) => a - b);
}

/** How many days from today. */
export const fromToday = (at) => Math.round((at - Date.parse(today())) / DAY);

/** As the pages say it: 11月30日. */
export const spoken = (at) => `${new Date(at).getUTCMonth() + 1}月${new Date(at).getUTCDate()}日`;
