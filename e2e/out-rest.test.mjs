import "./suites/story.js";
import "./suites/turns.js";
import "./suites/keyboard.js";
import "./suites/refused.js";
import "./suites/voice.js";
import "./suites/modes.js";
import "./suites/doorstep.js";
import "./suites/pages.js";
