// One process for everything, because everything happens in one house.
import "../suites/guides.js";
import "../suites/pages.js";
import "../suites/weight.js";
import "../suites/story.js";
import "../suites/turns.js";
import "../suites/keyboard.js";
import "../suites/refused.js";
import "../suites/voice.js";
import "../suites/modes.js";
import "../suites/doorstep.js";
