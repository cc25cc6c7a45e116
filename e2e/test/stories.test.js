// Matters on their way: one process, because everything happens in one house.
import "../suites/story.js";
import "../suites/turns.js";
import "../suites/keyboard.js";
import "../suites/reception.js";
import "../suites/refused.js";
import "../suites/voice.js";
import "../suites/faces.js";
import "../suites/doorstep.js";
