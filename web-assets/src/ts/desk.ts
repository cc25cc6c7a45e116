// The desk: page parts by htmx, the keyboard map, the preview beside a list, what changes meanwhile.
import "htmx.org";
import { applyFilters, listenKeys } from "./keys";
import { listenLive } from "./live";
import { wireRows } from "./rows";

listenKeys();
applyFilters();
wireRows();
listenLive();
