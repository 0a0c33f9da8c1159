"use strict";
(() => {
  const PAGE = 50;
  const WORK = 25;
  const KINDS = ["date", "event", "step", "today", "next"];
  const SVG = "http://www.w3.org/2000/svg";
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const bands = data.bands.length;

  // an element with text and children; text is never markup
  function make(tag, attributes = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...content);
    return element;
  }

  function count(number) {
    return amount(number, 0);
  }

  // minor units in the words of the locale, as the program writes them
  function amount(minor, decimals) {
    const [point, group, minus, zero] = data.symbols;
    const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals);
    const rest = digits.slice(digits.length - decimals);
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
    const text = (minor < 0 ? minus : "") + grouped + (decimals ? point + rest : "");
    const base = zero.charCodeAt(0);
    return base === 48 ? text : text.replace(/\d/g, d => String.fromCharCode(base + Number(d)));
  }

  function day(offset) {
    return new Date((data.day + offset) * 86400000).toISOString().slice(0, 10);
  }

  function mix(line) {
    const picture = document.createElementNS(SVG, "svg");
    const sum = line.slice(1, 1 + bands).reduce((a, b) => a + Math.max(0, b), 0);
    const words = [];
    let at = 0;
    picture.setAttribute("viewBox", "0 0 1000 20");
    picture.setAttribute("preserveAspectRatio", "none");
    picture.setAttribute("class", "mix");
    picture.setAttribute("role", "img");
    for (let i = 0; i < bands; i++) {
      const width = sum ? 1000 * Math.max(0, line[1 + i]) / sum : 0;
      if (width > 0) {
        const part = document.createElementNS(SVG, "rect");
        part.setAttribute("x", at.toFixed(1));
        part.setAttribute("y", "0");
        part.setAttribute("width", width.toFixed(1));
        part.setAttribute("height", "20");
        part.setAttribute("class", "b" + Math.min(i, 7));
        picture.append(part);
        words.push(data.bands[i] + " " + Math.round(width / 10) + "%");
      }
      at += width;
    }
    picture.setAttribute("aria-label", words.join(", ") || "nothing is open");
    return picture;
  }

  function story(flat) {
    const list = make("ol", { class: "story" });
    for (let i = 1; i < flat.length; i += 3) {
      const kind = KINDS[flat[i + 1]];
      const what = make("span", { class: "what" });
      if (kind === "today" || kind === "next") {
        what.append(make("b", {}, kind + " "));
      }
      what.append(make("bdi", {}, data.words[flat[i + 2]]));
      list.append(make("li", { class: kind },
        make("time", { datetime: day(flat[i]) }, day(flat[i])),
        make("span", { class: "age" }, "day " + (flat[i] - flat[0])), what));
    }
    return list;
  }

  function head(text, kind = "") {
    return make("th", { scope: "col", class: kind }, text);
  }

  function number(text) {
    return make("td", { class: "number" }, text);
  }

  // a button that opens a row below its own, made when it is opened for the first time
  function opener(name, row, width, content) {
    const button = make("button",
      { type: "button", class: "open", "aria-expanded": "false", "aria-label": name }, "+");
    let detail = null;
    button.addEventListener("click", () => {
      const opens = button.getAttribute("aria-expanded") === "false";
      if (!detail) {
        detail = make("tr", { class: "detail" }, make("td", { colspan: width }, content()));
        row.after(detail);
      }
      detail.hidden = !opens;
      button.setAttribute("aria-expanded", String(opens));
      button.textContent = opens ? "–" : "+";
    });
    return button;
  }

  // adds rows page by page, so that a hundred thousand of them are no burden
  function paged(body, rows, make1, what) {
    let shown = 0;
    const more = make("button", { type: "button", class: "more" });
    function next() {
      rows.slice(shown, shown + PAGE).forEach(r => body.append(make1(r)));
      shown = Math.min(rows.length, shown + PAGE);
      more.hidden = shown === rows.length;
      more.textContent = "Show more: " + count(shown) + " of " + count(rows.length) + " " + what;
    }
    more.addEventListener("click", next);
    next();
    return more;
  }

  function invoices(rows) {
    const body = make("tbody");
    const table = make("table", {},
      make("thead", {}, make("tr", {}, head("Invoice"), head("Issued"), head("Due"),
        head("Days", "number"), head("Amount", "number"), head("Open", "number"),
        head("What next"), head("Why"), head("Look again"))),
      body);
    const more = paged(body, rows, invoice, "invoices");
    return make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Invoices" },
      table, more);
  }

  function invoice(row) {
    const [id, currency, issued, due, full, open, verdict, step, reason, review, events] = row;
    const [code, decimals] = data.currencies[currency];
    const line = make("tr");
    const name = make("th", { scope: "row" });
    if (events) {
      name.append(opener("Timeline of " + id, line, 9, () => story(events)));
    }
    name.append(make("bdi", {}, id));
    const next = verdict === undefined ? "" : data.words[verdict];
    const named = step === undefined ? "" : data.words[step];
    line.append(name,
      make("td", { class: "day" }, day(issued)), make("td", { class: "day" }, day(due)),
      number(count(-due)), number(amount(full, decimals)),
      number(amount(open, decimals) + "\u00a0" + code),
      make("td", {}, named ? next + ": " : next, make("bdi", {}, named)),
      make("td", {}, make("bdi", {}, reason === undefined ? "" : data.words[reason])),
      make("td", { class: "day" }, review > 0 ? day(review) : ""));
    return line;
  }

  // a row for each customer and currency
  const all = data.customers.flatMap(c => c[2].map(line => ({ id: c[0], name: c[1], line, of: c })));

  const columns = [
    { name: "Customer", key: r => r.name.toLowerCase() },
    { name: "Total", number: true, key: r => r.line[1 + bands] },
    { name: "Mix" },
    ...data.bands.map((b, i) => ({ name: b, number: true, key: r => r.line[1 + i] })),
    { name: "Credit", number: true, key: r => r.line[2 + bands] },
  ];

  function compare(key, falling) {
    return (a, b) => {
      const x = key(a);
      const y = key(b);
      const order = x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
      return falling && x !== y ? -order : order;
    };
  }

  const state = { sort: 1, falling: true, find: "" };

  function found() {
    const find = state.find.trim().toLowerCase();
    const rows = !find ? all.slice() : all.filter(r =>
      r.name.toLowerCase().includes(find) || r.id.toLowerCase().includes(find)
      || r.of[3].some(i => i[0].toLowerCase().includes(find)));
    // amounts of two currencies do not compare: one currency after the other
    const order = compare(columns[state.sort].key, state.falling);
    const groups = columns[state.sort].number;
    return rows.sort((a, b) => (groups ? a.line[0] - b.line[0] : 0) || order(a, b));
  }

  function customer(row) {
    const line = row.line;
    const [code, decimals] = data.currencies[line[0]];
    const own = row.of[3].filter(i => i[1] === line[0]);
    const element = make("tr");
    const name = make("th", { scope: "row" });
    if (own.length) {
      name.append(opener("Invoices of " + row.name + " in " + code, element, columns.length,
        () => invoices(own)));
    }
    name.append(make("bdi", {}, row.name));
    if (row.name !== row.id) {
      name.append(make("bdi", { class: "id" }, row.id));
    }
    element.append(name, number(amount(line[1 + bands], decimals) + "\u00a0" + code),
      make("td", {}, mix(line)));
    for (let i = 0; i < bands; i++) {
      element.append(number(amount(line[1 + i], decimals)));
    }
    element.append(number(line[2 + bands] ? amount(line[2 + bands], decimals) : ""));
    return element;
  }

  function sorter(column, place) {
    if (!column.key) {
      return head(column.name);
    }
    const button = make("button", { type: "button" }, column.name);
    const cell = head(button, column.number ? "number" : "");
    if (state.sort === place) {
      cell.setAttribute("aria-sort", state.falling ? "descending" : "ascending");
      button.append(make("span", { "aria-hidden": "true" }, state.falling ? " ↓" : " ↑"));
    }
    button.addEventListener("click", () => {
      state.falling = state.sort === place ? !state.falling : Boolean(column.number);
      state.sort = place;
      show();
      document.querySelectorAll("#customer-table thead button")
        .forEach(b => b.textContent.startsWith(column.name) && b.focus());
    });
    return cell;
  }

  function show() {
    const rows = found();
    const body = make("tbody");
    const table = make("table", {},
      make("caption", { "aria-live": "polite" }, count(rows.length)
        + (rows.length === 1 ? " customer" : " customers") + ", one row for each currency"),
      make("thead", {}, make("tr", {}, ...columns.map(sorter))), body);
    const more = paged(body, rows, customer, "customers");
    const region = make("div",
      { class: "wide", tabindex: "0", role: "region", "aria-label": "Customers" }, table);
    document.getElementById("customer-table").replaceChildren(region, more);
  }

  function search() {
    const box = document.getElementById("search");
    let waiting = 0;
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        state.find = box.value;
        show();
      }, 120);
    });
  }

  // the first rows of one kind of work in each table, and what says that not all is shown
  function work(kind) {
    for (const table of document.querySelectorAll(".worklist")) {
      const rows = [...table.tBodies[0].rows];
      const some = rows.filter(r => kind === "" || r.dataset.kinds.split(" ").includes(kind));
      const sizes = Object.fromEntries(table.dataset.all.split(" ").map(p => p.split(":")));
      const size = Number(sizes[kind || "all"] || 0);
      const note = table.nextElementSibling;
      let shown = 0;
      rows.forEach(r => { r.hidden = true; });
      table.querySelectorAll(".todo li, .why li").forEach(li => {
        li.hidden = kind !== "" && !li.classList.contains(kind) && !li.closest("details");
      });
      table.hidden = note.hidden = kind !== "" && !some.length;
      const more = make("button", { type: "button", class: "more" });
      const left = make("span");
      function next() {
        some.slice(shown, shown + WORK).forEach(r => { r.hidden = false; });
        shown = Math.min(some.length, shown + WORK);
        more.hidden = shown === some.length;
        more.textContent = "Show more: " + count(shown) + " of " + count(size) + " customers";
        left.textContent = shown === size ? "" : " Shown are the first " + count(shown) + " of "
          + count(size) + " customers" + (more.hidden ? "; the workbook has all." : ".");
      }
      more.addEventListener("click", next);
      note.replaceChildren(more, left);
      next();
    }
  }

  function kinds() {
    const buttons = [...document.querySelectorAll("#kinds button")];
    for (const button of buttons) {
      button.addEventListener("click", () => {
        buttons.forEach(b => b.setAttribute("aria-pressed", String(b === button)));
        work(button.dataset.kind);
        document.getElementById("filter").textContent =
          button.dataset.kind ? "Only this kind of work: " + button.textContent : "";
      });
    }
    if (buttons.length) {
      work("");
    }
  }

  function theme() {
    const button = document.getElementById("theme");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
    const label = () => { button.textContent = isDark() ? "Light" : "Dark"; };
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      label();
    });
    system.addEventListener("change", label);
    label();
  }

  if (document.getElementById("customer-table")) {
    show();
    search();
  }
  kinds();
  theme();
})();
