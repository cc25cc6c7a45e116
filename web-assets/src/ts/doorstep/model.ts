// What the device keeps, and the rules about it that need neither a page nor a connection.

/** A file of a draft. Its bytes lie apart, sealed. */
export interface FileNote {
  id: string;
  name: string;
  type: string;
  size: number;
  /** It did not fit on the device: only its name is kept. */
  lost?: boolean;
  /** The server has it under this name since this moment of the device. */
  token?: string;
  tokenAt?: number;
  /** Why the server does not take it. */
  error?: string;
}

/** A grid one chooses from: its id, the code of its division, how it is called. */
export interface Grid {
  id: string;
  place: string;
  name: string;
}

export interface Fields {
  /** A petition, or an order for a week's work; drafts from before have none and are petitions. */
  kind?: string;
  /** The grid she lives in, when it is known. */
  grid?: string;
  facts: string;
  division: string;
  claims: string[];
  name: string;
  phone: string;
  address: string;
  mandate: string;
  /** What was ticked and written in the mandate, by the name of its field; nothing before it was opened. */
  paper?: Record<string, string>;
}

export interface FieldError {
  field: string;
  text: string;
}

export interface Receipt {
  number: string;
  code: string;
  href: string;
  received: string;
  received_at: string;
  arrived: string;
  again: boolean;
  promises: [string, string][];
}

export interface Alike {
  number: string;
  title: string;
  received: string;
  href: string;
}

export type Stage = "writing" | "waiting" | "refused" | "alike" | "sent";

/** A registration on its way. `id` is its idempotency key for life. */
export interface Draft {
  id: string;
  stage: Stage;
  fields: Fields;
  files: FileNote[];
  /** By the device's clock, with its offset. */
  begunAt: string;
  doneAt?: string;
  /** It left the device at least once and nobody knows whether it arrived: it is not changed any more, only sent again. */
  unsure?: boolean;
  /** She looked at what is alike and said that it is another matter. */
  anyway?: boolean;
  errors?: FieldError[];
  alike?: Alike[];
  receipt?: Receipt;
  /** How many files arrived with it. */
  sentFiles?: number;
  /** Seconds by which the device ran ahead when it was sent. */
  skew?: number;
}

export const PETITION = "PETITION";

/** The grids of a place: those inside it, and those it lies in. Codes of places begin with the code of what they lie in. */
export function gridsAt(grids: Grid[], place: string): Grid[] {
  return grids.filter((grid) => grid.place.startsWith(place) || place.startsWith(grid.place));
}

const EMPTY: Fields = { facts: "", division: "", claims: [], name: "", phone: "", address: "", mandate: "" };

export function newDraft(id: string, now: Date): Draft {
  return { id, stage: "writing", fields: { ...EMPTY, kind: PETITION, claims: [] }, files: [], begunAt: stamp(now) };
}

/** Whether anything was written; an untouched form is not kept. */
export function isBlank(draft: Draft): boolean {
  const { facts, claims, name, phone, address } = draft.fields;
  return ![facts, name, phone, address, ...claims].some((text) => text.trim()) && draft.files.length === 0;
}

/** What the server would miss for certain, told before there is a signal. The server checks everything again. */
export function missing(fields: Fields, asksMandate: boolean): { field: string; word: string }[] {
  const needs: [boolean, string, string][] = [
    [!fields.facts.trim(), "facts", "need-facts"],
    [!fields.division, "division", "need-place"],
    [!fields.claims.some((claim) => claim.trim()), "claims", "need-claims"],
    [asksMandate && !fields.mandate, "mandate", "need-mandate"],
  ];
  return needs.filter(([is]) => is).map(([, field, word]) => ({ field, word }));
}

/** A moment by the device's clock with its offset: 2026-03-09T09:12:00+08:00. */
export function stamp(at: Date, east = -at.getTimezoneOffset()): string {
  const local = new Date(at.getTime() + east * 60_000).toISOString().slice(0, 19);
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, "0");
  return `${local}${east < 0 ? "-" : "+"}${two(east / 60)}:${two(east % 60)}`;
}

/** By how many seconds the device runs ahead of the server, measured over one exchange. */
export function skewOf(before: number, server: number, after: number): number {
  return Math.round(((before + after) / 2 - server) / 1000);
}

/** A file the server keeps unfiled is swept after a day; well before that it is sent again. */
const TOKEN_LIFE = 12 * 3600_000;

export function needsUpload(file: FileNote, now: number): boolean {
  if (file.lost) return false;
  const age = now - (file.tokenAt ?? 0);
  // A clock that was turned back tells nothing about the age.
  return !file.token || age > TOKEN_LIFE || age < 0;
}

/** The draft as it stays after it arrived: what has to be handed over, and nothing else of what she told. */
export function settled(draft: Draft, receipt: Receipt, skew: number): Draft {
  const claim = draft.fields.claims.find((text) => text.trim()) ?? "";
  return {
    id: draft.id,
    stage: "sent",
    fields: { ...EMPTY, claims: [claim.slice(0, 40)] },
    files: [],
    sentFiles: draft.files.filter((file) => file.token).length,
    begunAt: draft.begunAt,
    doneAt: draft.doneAt,
    receipt,
    skew,
  };
}

export function bytes(size: number): string {
  return size < 1_000_000 ? `${Math.ceil(size / 1000)} KB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
