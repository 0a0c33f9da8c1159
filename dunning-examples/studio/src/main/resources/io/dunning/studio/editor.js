// The editor: a text area with line numbers, marks where something is wrong, and completion.
import { askNewest, settled } from "./server.js";

const LINE = 20;
const PADDING = 8;
const text = document.getElementById("text");
const gutter = document.getElementById("gutter");
const marks = document.getElementById("marks");
const choices = document.getElementById("choices");
let problems = [];
let items = [];
let typed = 0;
let active = -1;
let width = 0;
let wanted = false;

export function value() {
  return text.value;
}

export function load(content) {
  text.value = content;
  problems = [];
  text.setSelectionRange(0, 0);
  text.scrollTop = 0;
  draw();
}

// problems: [{ line, column, file }], counted from 1
export function mark(found) {
  problems = found.filter(p => !p.file);
  draw();
}

export function jump(line, column = 1) {
  const lines = text.value.split("\n");
  let at = 0;
  for (let i = 0; i < Math.min(line - 1, lines.length - 1); i++) {
    at += lines[i].length + 1;
  }
  at = Math.min(at + column - 1, text.value.length);
  text.focus();
  text.setSelectionRange(at, at);
  text.scrollTop = Math.max(0, (line - 5) * LINE);
  scrolled();
}

function draw() {
  const lines = text.value.split("\n");
  const bad = new Map();
  problems.forEach(p => bad.set(p.line, Math.min(bad.get(p.line) || p.column, p.column)));
  gutter.replaceChildren(...lines.flatMap((_, i) => {
    const number = document.createElement("span");
    number.textContent = (bad.has(i + 1) ? "● " : "") + (i + 1);
    number.className = bad.has(i + 1) ? "bad" : "";
    return [number, "\n"];
  }));
  marks.replaceChildren(...lines.flatMap((line, i) => {
    const column = bad.get(i + 1);
    if (column === undefined) {
      return [line + "\n"];
    }
    const whole = document.createElement("span");
    whole.className = "line";
    const from = Math.min(column - 1, Math.max(0, line.length - 1));
    const here = document.createElement("span");
    here.className = "here";
    here.textContent = line.slice(from) || " ";
    whole.append(line.slice(0, from), here);
    return [whole, "\n"];
  }));
  scrolled();
}

function scrolled() {
  gutter.scrollTop = text.scrollTop;
  marks.style.transform = `translate(${-text.scrollLeft}px, ${-text.scrollTop}px)`;
}

function cursor() {
  const before = text.value.slice(0, text.selectionStart).split("\n");
  return { line: before.length - 1, column: before[before.length - 1].length };
}

// replaces what was typed, so that the browser can undo it
function insert(from, to, words) {
  text.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, from, to, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function characterWidth() {
  if (!width) {
    const probe = document.createElement("span");
    probe.textContent = "0".repeat(100);
    marks.append(probe);
    width = probe.getBoundingClientRect().width / 100;
    probe.remove();
  }
  return width;
}

function close() {
  choices.hidden = true;
  items = [];
  active = -1;
  wanted = false;
  text.removeAttribute("aria-activedescendant");
}

function choose(index) {
  active = index;
  [...choices.children].forEach((c, i) => c.setAttribute("aria-selected", String(i === index)));
  if (index >= 0) {
    text.setAttribute("aria-activedescendant", "choice-" + index);
    choices.children[index].scrollIntoView({ block: "nearest" });
  } else {
    text.removeAttribute("aria-activedescendant");
  }
}

function take(index) {
  const item = items[index];
  const end = text.selectionStart;
  const from = end - typed;
  close();
  insert(from, end, item.insert);
  if (item.insert.endsWith(": ")) {
    complete(true);
  }
}

async function complete(asked) {
  wanted = wanted || asked;
  const at = cursor();
  const content = text.value;
  const found = await askNewest("complete", { text: content, ...at }).catch(() => null);
  if (!found || text.value !== content) {
    return;
  }
  const before = content.slice(text.selectionStart - found.typed, text.selectionStart);
  const all = found.items.filter(i => i.text !== before);
  if (!all.length || !wanted && !before) {
    close();
    return;
  }
  items = all;
  typed = found.typed;
  choices.replaceChildren(...items.map(choice));
  choices.hidden = false;
  place(at);
  choose(wanted ? 0 : -1);
}

function choice(item, index) {
  const line = document.createElement("li");
  line.setAttribute("role", "option");
  line.id = "choice-" + index;
  const name = document.createElement("b");
  name.textContent = item.text;
  const about = document.createElement("span");
  about.textContent = item.about;
  line.append(name, about);
  line.addEventListener("mousedown", e => {
    e.preventDefault();
    take(index);
  });
  return line;
}

function place(at) {
  const below = PADDING + (at.line + 1) * LINE - text.scrollTop;
  const room = text.clientHeight - below;
  const height = choices.offsetHeight;
  const top = room < height && below - LINE > room ? below - LINE - height : below;
  const left = 10 + (at.column - typed) * characterWidth() - text.scrollLeft;
  choices.style.top = Math.max(0, top) + "px";
  choices.style.left = Math.max(0, Math.min(left, text.clientWidth - choices.offsetWidth)) + "px";
}

const completeSoon = settled(90, () => complete(false));

function pressed(e) {
  if (e.key === " " && e.ctrlKey) {
    e.preventDefault();
    complete(true);
  } else if (!choices.hidden && ["ArrowDown", "ArrowUp"].includes(e.key)) {
    e.preventDefault();
    const step = e.key === "ArrowDown" ? 1 : -1;
    choose((active + step + items.length) % items.length);
  } else if (!choices.hidden && e.key === "Escape") {
    e.preventDefault();
    close();
  } else if (!choices.hidden && (e.key === "Tab" && !e.shiftKey || e.key === "Enter" && active >= 0)) {
    e.preventDefault();
    take(Math.max(0, active));
  } else if (e.key === "Enter" && !e.ctrlKey && !e.altKey && !e.metaKey) {
    newLine(e);
  }
}

// a new line begins where the line before did
function newLine(e) {
  const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const line = text.value.slice(start, text.selectionStart);
  const indent = line.match(/^ */)[0] + (/^ *- /.test(line) ? "  " : "");
  if (indent) {
    e.preventDefault();
    insert(text.selectionStart, text.selectionEnd, "\n" + indent);
  }
}

export function start(changed) {
  text.addEventListener("input", () => {
    draw();
    changed();
    completeSoon();
  });
  text.addEventListener("scroll", () => {
    scrolled();
    close();
  });
  text.addEventListener("keydown", pressed);
  text.addEventListener("blur", close);
  text.addEventListener("click", close);
}
