// Every page works without this file; it only makes it kinder.
import { lookAlike } from "./alike";
import { closeDetails, wireButtons } from "./details";
import { keepDrafts } from "./draft";
import { focusSummary } from "./errors";
import { growTexts } from "./grow";
import { growLists } from "./lines";
import { holdWithoutSignal } from "./offline";
import { savePictures } from "./picture";
import { rollSideways } from "./sideways";
import { guardSubmits } from "./submit";
import { listFiles } from "./upload";
import { playInPlace, recordVoices } from "./voice";

document.documentElement.classList.add("lx-js");
wireButtons();
growLists();
keepDrafts();
growTexts();
listFiles();
closeDetails();
holdWithoutSignal();
lookAlike();
savePictures();
guardSubmits();
focusSummary();
recordVoices();
playInPlace();
rollSideways();
