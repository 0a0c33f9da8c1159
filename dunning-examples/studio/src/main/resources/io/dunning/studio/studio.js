// The page: opens and saves files, keeps what is shown in step with the text and the day.
import * as disk from "./disk.js";
import * as editor from "./editor.js";
import { days, theme } from "./frame.js";
import { ask, askNewest, download, fetchBlob, settled } from "./server.js";
import * as views from "./views.js";
import * as work from "./work.js";

const $ = id => document.getElementById(id);
const TABS = ["ladder", "findings", "changes", "ledger", "coverage"];
const state = { name: "", version: "", saved: "", policy: "", tab: "ladder", clean: false, saving: false,
  timelines: false, ledger: null, invoice: "", find: "", fresh: {} };

function fields(more = {}) {
  return { name: state.name, text: editor.value(), policy: state.policy, ...more };
}

function fail(e) {
  const text = e.status ? e.message : "The studio does not answer: " + e.message;
  $("failure").textContent = text;
  $("failure").hidden = false;
}

function showSaved(text) {
  const unsaved = editor.value() !== state.saved;
  $("saved").textContent = text || (unsaved ? "Not saved" : "Saved");
  $("saved").className = unsaved ? "unsaved" : "";
}

async function edit() {
  const asked = fields();
  const found = await askNewest("edit", asked).catch(fail);
  if (!found) {
    return;
  }
  editor.mark(found.problems);
  state.clean = found.count === 0;
  state.policy = found.policy || state.policy;
  const count = $("problem-count");
  count.className = state.clean ? "good" : "bad";
  count.textContent = state.clean ? "No problem in the text" : found.count === 1 ? "1 problem" : found.count + " problems";
  $("problems").replaceChildren(...found.problems.map(views.problem));
  if (state.clean) {
    $("policy").replaceChildren(...found.policies.map(p =>
      new Option(p, p, p === state.policy, p === state.policy)));
    $("policy-choice").hidden = found.policies.length < 2;
    $("ladder").replaceChildren(views.markup(found.picture));
  }
  TABS.forEach(t => $(t).classList.toggle("stale", !state.clean));
  state.fresh = {};
  if (state.clean) {
    // a text that was changed meanwhile is asked about again soon, and may have problems
    if (asked.text === editor.value()) {
      refresh();
    }
  } else {
    work.giveUp("check").catch(() => {});
    $("findings").querySelector(".progress")?.remove();
  }
}

const editSoon = settled(150, edit);

// findings are always looked for; what else is not in sight waits until it is
function refresh() {
  $("failure").hidden = true;
  check();
  ({ changes, ledger: ledgers, coverage: cover })[state.tab]?.();
}

function once(what) {
  const done = state.fresh[what];
  state.fresh[what] = true;
  return !done && state.clean;
}

function progress(kind, of) {
  const cancel = views.make("button", { type: "button" }, "Stop");
  cancel.addEventListener("click", () => {
    work.giveUp(kind).catch(fail);
    cancel.parentElement.replaceChildren("Stopped.");
  });
  return views.make("p", { class: "progress", role: "status" }, "Exploring … " + of.progress, cancel);
}

// findings that are open stay open when the same are found again
function replace(panel, parts) {
  const open = [...panel.querySelectorAll("details[open] > summary")].map(s =>
    s.closest(".finding")?.querySelector("p")?.textContent || s.textContent);
  panel.replaceChildren(...parts);
  for (const each of panel.querySelectorAll("details")) {
    const name = each.closest(".finding")?.querySelector("p")?.textContent || each.textContent;
    each.open = open.includes(name);
  }
}

function badge(count) {
  const tab = $("tab-findings");
  tab.replaceChildren("Findings");
  if (count) {
    tab.append(views.make("span", { class: "count" }, String(count)));
  }
}

function check() {
  if (!once("findings")) {
    return;
  }
  let shown = "";
  work.run("check", "check", fields(), job => {
    const parts = job.state === "running" ? [progress("check", job)]
      : job.state === "failed" ? [views.note(job.progress)] : [];
    const result = JSON.stringify(job.result);
    if (job.result && result !== shown) {
      shown = result;
      badge(job.result.faults);
      replace($("findings"), [...parts, ...views.findings(job.result)]);
    } else {
      $("findings").querySelector(".progress")?.remove();
      $("findings").prepend(...parts);
    }
  }).catch(fail);
}

function changes() {
  if (!once("changes")) {
    return;
  }
  work.run("compare", "compare", fields({ day: day() }), job => {
    const parts = job.state === "running" ? [progress("compare", job)]
      : job.state === "failed" ? [views.note(job.progress)] : [];
    $("changes").replaceChildren(...parts, ...(job.result ? views.changes(job.result) : []));
  }).catch(fail);
}

function cover() {
  if (!once("coverage")) {
    return;
  }
  if (!state.timelines && !state.ledger.first) {
    $("coverage").replaceChildren(views.note("Start the studio with --timelines or --ledger to see"
      + " which steps, conditions and verdicts they exercise."));
    return;
  }
  work.run("cover", "cover", fields(), job => {
    const parts = job.state === "running" ? [progress("cover", job)]
      : job.state === "failed" ? [views.note(job.progress)] : [];
    $("coverage").replaceChildren(...parts, ...(job.result ? views.covered(job.result) : []));
  }).catch(fail);
}

function day() {
  return state.day || state.asOf;
}

async function ledgers() {
  if (!once("ledger")) {
    return;
  }
  if (!state.ledger.first) {
    $("ledger").replaceChildren(views.note("Start the studio with --ledger to try the policy on your invoices."));
    return;
  }
  const found = await askNewest("ledger", fields({ day: day(), find: state.find })).catch(fail);
  if (!found) {
    return;
  }
  $("aging").replaceChildren(views.markup(found.aging));
  $("debts").replaceChildren(views.ledgerTable(found, number => {
    state.invoice = number;
    why(true);
  }));
  if (state.invoice) {
    why(false);
  }
}

async function why(focus) {
  const found = await askNewest("explain", fields({ day: day(), invoice: state.invoice })).catch(e => {
    $("why").replaceChildren(views.note(e.message));
    $("why").hidden = false;
  });
  if (found) {
    $("why").replaceChildren(...views.explanation(found));
    $("why").hidden = false;
    if (focus) {
      $("why-title").focus();
    }
  }
}

// the parts of the ledger that stay when the day moves
function ledgerPanel() {
  const search = views.make("input", { type: "search", id: "find", autocomplete: "off" });
  search.addEventListener("input", settled(120, () => {
    state.find = search.value;
    state.fresh.ledger = false;
    ledgers();
  }));
  $("ledger").replaceChildren(
    views.make("p", { class: "tools" }, views.make("label", { for: "find" }, "Find a customer or an invoice "), search),
    views.make("section", { id: "why", hidden: "hidden", "aria-label": "Why" }),
    views.make("div", { id: "debts" }),
    views.make("div", { id: "aging" }));
}

function select(tab, focus) {
  state.tab = tab;
  for (const each of TABS) {
    const button = $("tab-" + each);
    button.setAttribute("aria-selected", String(each === tab));
    button.tabIndex = each === tab ? 0 : -1;
    $(each).hidden = each !== tab;
  }
  $("day-bar").hidden = !state.ledger?.first || !["changes", "ledger"].includes(tab);
  if (focus) {
    $("tab-" + tab).focus();
  }
  if (state.clean) {
    refresh();
  }
}

function tabs() {
  TABS.forEach((tab, i) => {
    $("tab-" + tab).addEventListener("click", () => select(tab, false));
    $("tab-" + tab).addEventListener("keydown", e => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: TABS.length - 1 }[e.key];
      if (to !== undefined) {
        e.preventDefault();
        select(TABS[(to + TABS.length) % TABS.length], true);
      }
    });
  });
}

async function open(name) {
  await load(await ask("open", { name }));
}

async function load(file) {
  disk.clear();
  Object.assign(state, { name: file.name, version: file.version, saved: file.text, policy: "" });
  editor.load(file.text);
  // a text area has its own line ends
  state.saved = editor.value();
  document.title = file.name + " - Dunning studio";
  showSaved();
  await edit();
}

// one at a time, so that nobody meets what was saved a moment before as somebody else's change
async function save(version = state.version) {
  if (state.saving) {
    return;
  }
  state.saving = true;
  const text = editor.value();
  const name = state.name;
  try {
    const done = await ask("save", fields({ version }));
    if (name !== state.name) {
      return;
    }
    disk.clear();
    state.version = done.version;
    state.saved = text;
    showSaved();
    state.fresh.changes = false;
    refresh();
  } catch (e) {
    showSaved("Not saved: " + e.message);
    if (e.status === CHANGED) {
      disk.look(state, ways, true).catch(fail);
    }
  } finally {
    state.saving = false;
  }
}

const CHANGED = 409;
const ways = { load: file => load(file).catch(fail), save };

// a report of a large ledger takes a while; the same button gives it up
let reporting = false;
async function report() {
  if (reporting) {
    await work.giveUp("report").catch(fail);
    ended("The report was given up.");
    return;
  }
  reporting = true;
  $("report").textContent = "Stop the report";
  const name = "report-" + day() + ".html";
  try {
    await work.run("report", "report", fields({ day: day() }), async job => {
      $("report-state").textContent = job.state === "running" ? "Making the report … " + job.progress : "";
      if (job.state === "failed") {
        ended(job.progress);
      } else if (job.state === "done") {
        ended("");
        download(await fetchBlob("fetch", { kind: "report", job: job.job }), name);
      }
    });
  } catch (e) {
    ended("");
    fail(e);
  }
}

function ended(words) {
  reporting = false;
  $("report").textContent = "Download report";
  $("report-state").textContent = words;
}

function buttons() {
  $("save").addEventListener("click", () => save());
  document.addEventListener("keydown", e => {
    if ((e.ctrlKey || e.metaKey) && e.key === "s") {
      e.preventDefault();
      save();
    }
  });
  $("download").addEventListener("click", () =>
    download(new Blob([editor.value()], { type: "text/plain" }), state.name));
  $("report").addEventListener("click", report);
  $("policy").addEventListener("change", () => {
    state.policy = $("policy").value;
    edit();
  });
  $("file").addEventListener("change", async () => {
    if (editor.value() !== state.saved && !confirm("Open another file without saving this one?")) {
      $("file").value = state.name;
      return;
    }
    await open($("file").value).catch(e => {
      $("file").value = state.name;
      fail(e);
    });
  });
  addEventListener("beforeunload", e => {
    if (state.name && editor.value() !== state.saved) {
      e.preventDefault();
    }
  });
}

async function begin() {
  theme();
  tabs();
  ledgerPanel();
  editor.start(() => {
    showSaved();
    editSoon();
  });
  buttons();
  try {
    const start = await ask("start");
    Object.assign(state, { ledger: start.ledger, timelines: start.timelines, asOf: start.asOf });
    $("file").replaceChildren(...start.names.map(n => new Option(n, n, n === start.name, n === start.name)));
    if (start.ledger.first) {
      days(start.ledger.first, start.ledger.last, start.asOf, to => {
        state.day = to;
        state.fresh.ledger = false;
        state.fresh.changes = false;
        refresh();
      });
      $("report").hidden = false;
    }
    await open(start.name);
    disk.watch(state, ways);
  } catch (e) {
    fail(e);
    $("problem-count").textContent = "The studio could not be opened";
  }
}

begin();
