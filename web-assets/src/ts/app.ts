// Every page works without this file; it only makes it kinder.
import { closeDetails, wireButtons } from "./details";
import { keepDrafts } from "./draft";
import { focusSummary } from "./errors";
import { growLists } from "./lines";
import { guardSubmits } from "./submit";
import { listFiles } from "./upload";

document.documentElement.classList.add("lx-js");
wireButtons();
growLists();
keepDrafts();
listFiles();
closeDetails();
guardSubmits();
focusSummary();
