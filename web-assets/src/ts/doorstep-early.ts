// Before anything is painted: whether this device can keep what is written, and which of the three views the address names. So the
// page stands from its first moment as it will stand; the file that makes it work follows.
import { able, viewOf } from "./doorstep/shape";

const root = document.documentElement;
root.classList.add("lx-js");
if (able()) {
  root.classList.add("lx-app");
  root.dataset.view = viewOf(location.hash);
}
