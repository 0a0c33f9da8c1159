// Shows answers of the server. Text of policies and ledgers is set as text; markup comes only
// from the server's own pieces, in which no such text can be markup.
import { jump } from "./editor.js";
import { download } from "./server.js";

// characters that nobody sees, such as those that turn the direction of writing
const UNSEEN = /[^\P{C}\n\u200c\u200d]|[\u2028\u2029]/gu;

function visible(text) {
  return text.replace(UNSEEN, c => [...Array(c.length).keys()]
    .map(i => "\\u" + c.charCodeAt(i).toString(16).padStart(4, "0")).join(""));
}

export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...content.map(c => typeof c === "string" ? visible(c) : c));
  return element;
}

export function markup(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const parts = document.createDocumentFragment();
  parts.append(...page.body.childNodes);
  return parts;
}

export function note(text) {
  return make("p", { class: "note" }, text);
}

function place(line, column, label) {
  const button = make("button", { type: "button", class: "place" }, label);
  button.addEventListener("click", () => jump(line, column));
  return button;
}

export function problem(of) {
  const where = of.file ? make("b", {}, of.file + " ") : place(of.line, of.column, "line " + of.line);
  const item = make("li", {}, where, make("bdi", {}, (of.path ? of.path + ": " : "") + of.message));
  if (of.advice) {
    item.append(make("span", { class: "advice" }, "Maybe " + of.advice));
  }
  return item;
}

// a story, shown when it is opened
function story(label, content) {
  const details = make("details", {}, make("summary", {}, label));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(content());
    }
  });
  return details;
}

// the story that shows something, and a button that keeps it as a golden timeline
function shown(of, name) {
  if (!of.story) {
    return [];
  }
  return [story("The story that shows it", () => {
    const parts = markup(of.story);
    if (of.file) {
      const keep = make("button", { type: "button", class: "place" }, "Download as a golden timeline");
      keep.addEventListener("click", () =>
        download(new Blob([of.file], { type: "text/plain" }), name + ".story"));
      parts.append(keep);
    }
    return parts;
  })];
}

function finding(of) {
  const item = make("div", { class: "finding " + of.severity },
    make("p", {}, make("span", { class: "badge" }, of.severity),
      ...(of.line ? [place(of.line, 1, "line " + of.line)] : []),
      make("bdi", {}, of.sentence)),
    make("p", { class: "advice" }, of.advice),
    note(of.kind + (of.place ? " at " + of.place : "")));
  item.append(...shown(of, of.kind));
  return item;
}

function invariant(of) {
  const item = make("div", { class: "finding " + of.verdict },
    make("p", {}, make("span", { class: "badge" }, of.verdict),
      ...(of.line ? [place(of.line, 1, "line " + of.line)] : []), make("bdi", {}, of.invariant)));
  if (of.why) {
    item.append(note(of.why));
  }
  item.append(...shown(of, "invariant"));
  return item;
}

export function findings(found) {
  const parts = [];
  const notes = found.findings.filter(f => f.severity === "note");
  const faults = found.findings.filter(f => f.severity !== "note");
  parts.push(make("h3", {}, faults.length === 0 ? "No fault found"
    : faults.length === 1 ? "1 fault" : faults.length + " faults"));
  parts.push(...faults.map(finding));
  if (found.invariants.length) {
    parts.push(make("h3", {}, "Invariants"), ...found.invariants.map(invariant));
  }
  if (notes.length) {
    parts.push(make("h3", {}, "Notes"), ...notes.map(finding));
  }
  found.undecided.forEach(u => parts.push(note("Undecided: " + u)));
  parts.push(note(found.explored));
  return parts;
}

function head(...names) {
  return make("thead", {}, make("tr", {}, ...names.map(n => make("th", { scope: "col" }, n))));
}

function wide(label, table) {
  return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": label }, table);
}

function pair(of) {
  return make("div", { class: "pair" },
    make("div", {}, make("h4", {}, "Before"), markup(of.before)),
    make("div", {}, make("h4", {}, "After"), markup(of.after)));
}

function differences(all) {
  if (!all.length) {
    return [note("No rule differs from the saved file.")];
  }
  const rows = all.map(d => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, d.place)),
    make("td", {}, make("bdi", { class: "was" }, d.before || "(none)")),
    make("td", {}, make("bdi", { class: "is" }, d.after || "(none)"))));
  return [wide("Rules that differ", make("table", {}, make("caption", {}, "Rules that differ"),
    head("Rule", "Saved", "Now"), make("tbody", {}, ...rows)))];
}

function cutOver(of) {
  const parts = [make("h3", {}, "On your ledger, if it came into force on " + of.day)];
  parts.push(make("p", {}, of.contactsAfter + " customers are contacted on that day instead of "
    + of.contactsBefore + "; at stake: " + (of.atStake.join(", ") || "nothing") + "."));
  if (of.lines.length) {
    const rows = of.lines.map(l => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, l.customer)),
      make("td", {}, make("bdi", {}, l.invoices)), make("td", {}, l.kind), make("td", {}, make("bdi", {}, l.what))));
    parts.push(wide("Debts that are remarkable", make("table", {},
      make("caption", {}, of.count + (of.count === 1 ? " debt is" : " debts are") + " remarkable"),
      head("Customer", "Invoices", "What", "Step"), make("tbody", {}, ...rows))));
  }
  return parts;
}

export function changes(found) {
  if (found.unknown) {
    return [note(found.unknown)];
  }
  const parts = [];
  if (found.differences) {
    parts.push(make("h3", {}, "What differs from the saved file"), ...differences(found.differences));
    parts.push(make("h3", {}, "What it does to debtors"));
    if (found.harsher.before) {
      parts.push(make("div", { class: "harsher" },
        make("p", {}, make("b", {}, found.harsher.text)),
        story("The first of them", () => pair(found.harsher))));
    } else {
      parts.push(make("p", {}, "No debtor is treated more harshly."));
    }
    for (const each of found.effects) {
      parts.push(story(each.text, () => pair(each.pair)));
    }
    if (!found.effects.length && !found.harsher.before) {
      parts.push(note("No debtor is treated otherwise."));
    }
    parts.push(note(found.worlds.toLocaleString("en") + " worlds explored with both policies"));
  }
  if (found.ledger) {
    parts.push(...cutOver(found.ledger));
  }
  return parts;
}

export function explanation(of) {
  const rows = of.steps.map(s => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, s.step)),
    make("td", { class: "step-state" }, s.state),
    make("td", {}, ...s.reasons.map(r => make("div", {}, make("bdi", {}, r)))),
    make("td", { class: "number" }, s.next)));
  const table = wide("Steps", make("table", {}, make("caption", {}, "Why not another step"),
    head("Step", "Now", "Why", "Comes on"), make("tbody", {}, ...rows)));
  const title = make("h3", { id: "why-title", tabindex: "-1" }, make("bdi", {}, of.invoice), " of ",
    make("bdi", {}, of.customer), " on " + of.day + ": " + of.verdict);
  const parts = [title, make("p", {}, make("bdi", {}, of.reason))];
  if (of.review) {
    parts.push(note("Look again on " + of.review));
  }
  parts.push(table);
  of.others.forEach(o => parts.push(note(o)));
  if (of.flips.length) {
    parts.push(make("h4", {}, "What would change the answer"),
      make("ul", {}, ...of.flips.map(f => make("li", {}, make("bdi", {}, f)))));
  }
  parts.push(make("h4", {}, "Timeline"), markup(of.story));
  return parts;
}

export function ledgerTable(found, why) {
  const rows = found.rows.map(r => {
    const invoices = r.invoices.map(number => {
      const button = make("button", { type: "button", class: "invoice", "aria-label": "Why " + number },
        make("bdi", {}, number));
      button.addEventListener("click", () => why(number));
      return button;
    });
    return make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, r.customer)),
      make("td", {}, ...invoices), make("td", { class: "number" }, r.open),
      make("td", {}, make("b", {}, r.verdict), ...(r.step ? [": ", make("bdi", {}, r.step)] : [])),
      make("td", { class: "reason" }, make("bdi", {}, r.reason)), make("td", { class: "number" }, r.review));
  });
  const shown = rows.length < found.count ? rows.length + " of " + found.count + " debts" : found.count + " debts";
  const counts = Object.entries(found.verdicts).map(([v, n]) => n + " " + v).join(", ");
  return wide("Debts", make("table", {}, make("caption", { "aria-live": "polite" },
    shown + " on " + found.day + (counts ? "; in all " + counts : "")),
  head("Customer", "Invoice", "Open", "What next", "Why", "Look again"), make("tbody", {}, ...rows)));
}

export function covered(found) {
  const parts = [make("h3", {}, found.missing.length === 0 ? "Everything is exercised"
    : found.missing.length + " not exercised by " + found.by)];
  const failed = Object.entries(found.failed);
  if (found.passed || failed.length) {
    parts.push(make("p", {}, found.passed + " timelines pass, " + failed.length + " fail"));
  }
  failed.forEach(([name, what]) => parts.push(make("div", { class: "finding error" },
    make("p", {}, make("span", { class: "badge" }, "fails"), make("bdi", {}, name)),
    story("What differs", () => make("pre",
      { class: "figures", tabindex: "0", role: "region", "aria-label": "What differs" }, what)))));
  parts.push(make("ul", {}, ...found.missing.map(m => make("li", {}, make("bdi", {}, m)))));
  const rows = found.rows.map(r => make("tr", {}, make("th", { scope: "row" }, make("bdi", {}, r.of)),
    make("td", {}, r.subject), make("td", { class: "number" }, String(r.times)),
    make("td", { class: "number" }, String(r.otherwise))));
  parts.push(wide("How often", make("table", {}, make("caption", {}, "How often, in " + found.looks + " looks"),
    head("What", "Kind", "Times or true", "False"), make("tbody", {}, ...rows))));
  return parts;
}
