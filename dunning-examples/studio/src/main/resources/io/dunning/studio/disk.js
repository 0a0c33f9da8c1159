// Notices that the file was changed by somebody else, and offers what can be done about it.
import * as editor from "./editor.js";
import { ask } from "./server.js";
import { make, note } from "./views.js";

const EVERY = 3000;
const MOST_LINES = 3000;
const bar = document.getElementById("disk");
let shown = "";
let dismissed = "";

// what the lines have in common, longest first line to last: [mark, line], mark is " ", "-" or "+"
export function differences(before, after) {
  const a = before.split(/\r?\n/);
  const b = after.split(/\r?\n/);
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) {
    from++;
  }
  let same = 0;
  while (same < a.length - from && same < b.length - from && a[a.length - 1 - same] === b[b.length - 1 - same]) {
    same++;
  }
  const x = a.slice(from, a.length - same);
  const y = b.slice(from, b.length - same);
  const lines = [];
  if (x.length * y.length > MOST_LINES * MOST_LINES) {
    lines.push(...x.map(l => ["-", l]), ...y.map(l => ["+", l]));
  } else {
    lines.push(...inner(x, y));
  }
  return [...a.slice(Math.max(0, from - 2), from).map(l => [" ", l]), ...lines,
    ...a.slice(a.length - same).slice(0, 2).map(l => [" ", l])];
}

function inner(x, y) {
  const longest = Array.from({ length: x.length + 1 }, () => new Uint16Array(y.length + 1));
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      longest[i][j] = x[i] === y[j] ? longest[i + 1][j + 1] + 1
        : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      lines.push([" ", x[i++]]);
      j++;
    } else if (j === y.length || i < x.length && longest[i + 1][j] >= longest[i][j + 1]) {
      lines.push(["-", x[i++]]);
    } else {
      lines.push(["+", y[j++]]);
    }
  }
  return lines;
}

export function clear() {
  bar.hidden = true;
  bar.replaceChildren();
  shown = "";
  dismissed = "";
}

function button(label, work) {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", work);
  return made;
}

function compared(theirs) {
  const marks = { "-": "was", "+": "is", " ": "" };
  const lines = differences(theirs, editor.value())
    .map(([mark, line]) => make("span", { class: marks[mark] }, mark + " " + line + "\n"));
  return make("div", {}, note("Lines with - are in the file only, lines with + in your text only."),
    make("pre", { class: "figures", tabindex: "0", role: "region", "aria-label": "The file and your text" },
      ...lines));
}

// theirs: the file as it is now; load and save are done with its version
function offer(theirs, { load, save }) {
  if (theirs.version === shown || theirs.version === dismissed) {
    return;
  }
  shown = theirs.version;
  const difference = make("div", { id: "disk-difference" });
  bar.replaceChildren(
    make("p", {}, "The file was changed by somebody else since you opened it."),
    make("p", { class: "tools" },
      button("Load the file", () => {
        clear();
        load(theirs);
      }),
      button("Show the difference", () => difference.replaceChildren(compared(theirs.text))),
      button("Save my text all the same", () => {
        clear();
        save(theirs.version);
      }),
      button("Later", () => {
        clear();
        dismissed = theirs.version;
      })),
    difference);
  bar.hidden = false;
}

// looks now; ways: { load, save }
export async function look(state, ways, insist) {
  const name = state.name;
  if (insist) {
    shown = "";
    dismissed = "";
  }
  const { version } = await ask("version", { name });
  if (name !== state.name || version === state.version) {
    return;
  }
  const theirs = await ask("open", { name });
  if (name === state.name && theirs.version !== state.version) {
    offer(theirs, ways);
  }
}

// a failure shows at the next question that somebody asks
export function watch(state, ways) {
  const again = () => {
    if (state.name && !state.saving && document.visibilityState === "visible") {
      look(state, ways, false).catch(() => {});
    }
  };
  setInterval(again, EVERY);
  addEventListener("focus", again);
}
