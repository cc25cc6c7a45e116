// The list as it was when there was a signal, said truthfully at another time, and what changed since.

import type { Grid } from "./model";

export interface Due {
  name: string;
  day: string;
  at: string;
  look: string;
  word: string;
  runs: boolean;
}

export interface Row {
  id: string;
  version: number;
  title: string;
  place: string;
  step: string;
  due: Due | null;
  href: string;
  call: string | null;
}

export interface Kept {
  rows: Row[];
  /** When it was fetched, by the server's clock, and as it said the time. */
  at: string;
  time: string;
  places: [string, string][];
  /** Lists from before grids were offered have none. */
  grids?: Grid[];
  agent: boolean;
  name: string;
  file: number;
  count: number;
}

export type Say = (word: string, facts?: Record<string, string | number>) => string;

/** The day in Beijing, counted. */
export function day(ms: number): number {
  return Math.floor((ms + 8 * 3600_000) / 86_400_000);
}

/** The chip of a row. On the day of the list the server's own words; later the device counts on, or a list of Monday would say on
 * Thursday that there is time until tomorrow. */
export function chip(due: Due | null, fetched: number, now: number, say: Say): { look: string; word: string } {
  if (!due) return { look: "grey", word: say("no-clock") };
  if (!due.runs || (day(fetched) === day(now) && !(now > Date.parse(due.at) && due.look !== "red"))) {
    return { look: due.look, word: due.word };
  }
  const left = day(Date.parse(due.at)) - day(now);
  if (now > Date.parse(due.at)) return { look: "red", word: say("late", { days: Math.max(1, -left) }) };
  if (left === 0) return { look: "yellow", word: say("today") };
  // It does not get less urgent by waiting: what was yellow stays so.
  return { look: left <= 7 ? "yellow" : due.look, word: say("left", { days: left }) };
}

export interface Changes {
  /** What to say at a row, by its id. */
  rows: Map<string, string>;
  /** Titles of what is no longer there. */
  gone: string[];
}

/** What changed from the list kept on the device to the one that came. */
export function changes(before: Row[] | null, after: Row[], say: Say): Changes {
  const found: Changes = { rows: new Map(), gone: [] };
  if (!before) return found;
  const old = new Map(before.map((row) => [row.id, row]));
  for (const row of after) {
    const was = old.get(row.id);
    if (!was) found.rows.set(row.id, say("row-new"));
    else if (was.due?.day !== row.due?.day && was.due) found.rows.set(row.id, say("row-due", { before: was.due.day }));
    else if (was.step !== row.step) found.rows.set(row.id, say("row-step", { before: was.step }));
  }
  const now = new Set(after.map((row) => row.id));
  found.gone = before.filter((row) => !now.has(row.id)).map((row) => row.title);
  return found;
}
