// The desk: page parts by htmx, the keyboard map, the preview beside a list, what changes meanwhile.
import "htmx.org";
import { applyFilters, listenKeys } from "./keys";
import { listenLive } from "./live";
import { wireRows } from "./rows";
import { walkSteps } from "./steps";

// Before the keyboard map: in a form of steps the digits are its own.
walkSteps();
listenKeys();
applyFilters();
wireRows();
listenLive();
