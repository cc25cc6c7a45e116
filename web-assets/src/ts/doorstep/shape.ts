// What the page is before it knows anybody: the app with its three views, or the plain form.

export const VIEWS = ["today", "form", "outbox"] as const;
export type View = (typeof VIEWS)[number];

/** Whether the browser has what keeping needs. Whether the device lets it is only known when it tries. */
export function able(): boolean {
  return window.isSecureContext && "indexedDB" in window && "locks" in navigator && !!crypto.subtle;
}

/** The view that an address names; the list when it names none. */
export function viewOf(hash: string): View {
  return VIEWS.find((view) => `#${view}` === hash) ?? "today";
}
