// The desk: page parts by htmx, and the keyboard map.
import "htmx.org";
import { applyFilters, listenKeys, switchKeys } from "./keys";

listenKeys();
switchKeys();
applyFilters();
