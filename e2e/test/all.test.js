// One process for everything, because everything happens in one house.
import "../suites/pages.js";
import "../suites/story.js";
import "../suites/refused.js";
import "../suites/voice.js";
import "../suites/modes.js";
