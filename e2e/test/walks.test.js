// Every page in every dress, in a house of its own, so that no story is disturbed by a visitor.
import "../suites/guides.js";
import "../suites/pages.js";
import "../suites/weight.js";
import "../suites/modes.js";
