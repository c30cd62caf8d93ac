
// The page: state in the address, three views, everything from texts set as text.

const started = performance.now();
const given = JSON.parse(document.getElementById("data").textContent);
document.getElementById("data").remove();
const L = given.labels;
const corpus = new Corpus(given);
const STATUSES = ["asserted", "aspired", "negated", "name", "quoted"];
const COUNTED = 2; // of the statuses above, the first two count
const KINDS = ["exact", "reordered", "inflected", "reworded"];
const PAGE = { list: 50, words: 100 };
const AROUND = 8, WIDEST = 110;
const themes = corpus.themes.map((theme, number) => ({
  ...theme,
  number: number + 1,
  name: theme.label[given.lang] ?? Object.values(theme.label)[0] ?? theme.key,
  told: theme.definition[given.lang] ?? Object.values(theme.definition)[0] ?? "",
}));
const essays = corpus.essays;
const byId = (id) => document.getElementById(id);
let state = {}, shown = PAGE.list, focusAfter = false, cached = { key: null };

// ---------------------------------------------------------------- words and numbers

function fill(text, fields = {}) {
  return text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
}
function whole(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, given.lang === "id" ? "." : ",");
}
function count(name, number) {
  return fill(L[`${name}_${number === 1 ? "one" : "many"}`], { n: whole(number) });
}
function date(text) {
  const found = text.match(/^(\d{4})-(\d\d)-(\d\d)/);
  return found ? `${Number(found[3])} ${given.months[Number(found[2])]} ${found[1]}` : text;
}
function clip(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
function evened(text) {
  return text.replace(/\s+/g, " ");
}
function titleOf(essay) {
  return essays.title?.[essay] || essays.essay[essay];
}
function nameOf(essay) {
  return fill(L.essay, { n: whole(essay + 1) });
}

// ---------------------------------------------------------------- the page's parts

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") made.addEventListener(...value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== ""));
  return made;
}
function link(changes, attributes, ...children) {
  return el("a", { href: addressOf({ ...state, at: "", ...changes }), ...attributes }, ...children);
}
function hidden(text) {
  return el("span", { class: "vh" }, text);
}

// ---------------------------------------------------------------- state and address

const PLAIN = {
  view: "list", q: "", how: "root", sort: "place", order: "corpus", themes: null, uncounted: false,
  only: false, essay: "", other: "", at: "", filters: {},
};

function addressOf(wanted) {
  const made = new URLSearchParams();
  for (const [name, plain] of Object.entries(PLAIN)) {
    const value = wanted[name];
    if (name === "themes") { if (value) made.set(name, [...value].join(",")); continue; }
    if (name === "filters") continue;
    if (value !== plain && value !== "") made.set(name, value === true ? "1" : value);
  }
  for (const [name, value] of Object.entries(wanted.filters)) if (value) made.set(`f.${name}`, value);
  return `#${made}`;
}

function readAddress() {
  const found = new URLSearchParams(location.hash.slice(1));
  const read = { ...PLAIN, filters: {} };
  for (const [name, value] of found) {
    if (name.startsWith("f.")) read.filters[name.slice(2)] = value;
    else if (name === "themes") read.themes = new Set(value.split(",").filter(Boolean));
    else if (name === "uncounted" || name === "only") read[name] = value === "1";
    else if (name in PLAIN) read[name] = value;
  }
  if (!views().some(([view]) => view === read.view)) read.view = "list";
  if (!["root", "form"].includes(read.how)) read.how = "root";
  if (!corpus.number.has(read.essay)) read.essay = "";
  if (!corpus.number.has(read.other) || read.other === read.essay) read.other = "";
  return read;
}

function go(changes, { replace = false, focus = false } = {}) {
  const next = addressOf({ ...state, ...changes });
  focusAfter = focus;
  if (next === (location.hash || "#")) return;
  if (replace) location.replace(next); else location.hash = next;
}

function views() {
  const all = [["list", L.view_list], ["words", L.view_words], ["read", L.view_read]];
  return corpus.text ? all : all.filter(([view]) => view !== "words");
}

function active(theme) {
  return !state.themes || state.themes.has(theme.key);
}

// ---------------------------------------------------------------- what is asked for

function chosen() {
  const keep = new Uint8Array(corpus.size).fill(1);
  for (const [name, value] of Object.entries(state.filters)) {
    const [column, edge] = name.split("~");
    const values = essays[column];
    if (!values || !value) continue;
    const fits = edge === "from" ? (v) => v && v.slice(0, 10) >= value
      : edge === "to" ? (v) => v && v.slice(0, 10) <= value
        : edge === "has" ? (v) => v.toLowerCase().includes(value.toLowerCase()) : (v) => v === value;
    for (let essay = 0; essay < corpus.size; essay++) if (!fits(values[essay])) keep[essay] = 0;
  }
  if (state.only) {
    const wanted = themes.filter(active);
    for (let essay = 0; essay < corpus.size; essay++) {
      if (!wanted.some((theme) => theme.sentences[essay])) keep[essay] = 0;
    }
  }
  return keep;
}

// Places of the query, or of the themes that are on, in the essays that pass the filters.
function places(keep) {
  const all = allPlaces();
  const rows = all.first.length ? Int32Array.from(all.first.keys()).filter((i) => keep[corpus.owner[all.first[i]]]) : [];
  return { first: Int32Array.from(rows, (i) => all.first[i]), last: Int32Array.from(rows, (i) => all.last[i]) };
}

function allPlaces() {
  const key = state.q ? `${state.how} ${state.q}` : `themes ${themes.filter(active).map((t) => t.key)} ${state.uncounted}`;
  if (cached.key !== key) cached = { key, found: state.q ? corpus.find(state.q, state.how) : themePlaces() };
  return cached.found;
}

function themePlaces() {
  const first = [], last = [];
  for (let essay = 0; essay < corpus.size; essay++) {
    for (const hit of hitsShown(essay)) {
      first.push(corpus.tokenAt(essay, hit.start));
      last.push(corpus.tokenAt(essay, hit.end - 1));
    }
  }
  return { first, last };
}

function hitsShown(essay) {
  return corpus.hitsOf(essay).filter(
    (hit) => active(themes[hit.theme]) && (state.uncounted || hit.status < COUNTED));
}

function found(keep) {
  if (!state.q) return null;
  if (!corpus.text) return corpus.countByEssay(state.q, state.how).map((n, essay) => (keep[essay] ? n : 0));
  const counts = new Int32Array(corpus.size);
  const hits = allPlaces();
  for (const token of hits.first) if (keep[corpus.owner[token]]) counts[corpus.owner[token]]++;
  return counts;
}

// ---------------------------------------------------------------- list of essays

function showList(keep) {
  const counts = found(keep);
  let rows = Array.from(keep.keys()).filter((essay) => keep[essay] && (!counts || counts[essay]));
  if (state.order === "hits" && counts) rows.sort((a, b) => counts[b] - counts[a] || a - b);
  if (state.order === "title") rows.sort((a, b) => titleOf(a).localeCompare(titleOf(b), "id") || a - b);
  const total = counts ? counts.reduce((sum, n) => sum + n, 0) : 0;
  tell(counts ? fill(L.told_found, { hits: count("hits", total), essays: count("essays", rows.length) })
    : fill(L.told_essays, { part: whole(rows.length), whole: count("essays", corpus.size) }), counts && !total);
  const orders = [["corpus", L.order_corpus], ["title", L.order_title]];
  if (counts) orders.push(["hits", L.order_hits]);
  return [
    el("h2", { tabindex: -1 }, L.view_list),
    chooser("order", L.order, orders, state.order),
    el("ol", { class: "essays" }, rows.slice(0, shown).map((essay) => listed(essay, counts))),
    more(rows.length, PAGE.list),
  ];
}

function listed(essay, counts) {
  const chips = themes.filter((theme) => active(theme) && theme.sentences[essay]).map((theme) =>
    el("li", { class: `chip t${theme.number % 10}` }, el("b", {}, String(theme.number)), ` ${theme.name} `,
      el("span", {}, whole(theme.sentences[essay]))));
  return el("li", { value: essay + 1 },
    el("h3", {}, link({ view: "read", essay: essays.essay[essay], other: "" }, {},
      el("bdi", { lang: "id" }, clip(titleOf(essay), 200)))),
    el("p", { class: "meta" }, about(essay), counts ? el("b", { class: "found" }, count("hits", counts[essay])) : ""),
    chips.length ? el("ul", { class: "chips", "aria-label": L.chips }, chips) : "");
}

function about(essay) {
  const known = ["author", "unit", "date"].map((name) => essays[name]?.[essay]).filter(Boolean);
  return el("span", {}, [...known.map((value) => [el("bdi", {}, date(clip(value, 120))), " · "]).flat(),
    count("words", essays.words[essay])]);
}

function more(total, step) {
  if (total <= shown) return "";
  return el("p", {}, el("button", { type: "button", on: ["click", () => {
    shown += step;
    const at = document.activeElement?.id === "more";
    render();
    if (at) byId("more")?.focus();
  }], id: "more" }, fill(L.more, { n: whole(Math.min(step, total - shown)), rest: whole(total - shown) })));
}

function chooser(name, label, options, value) {
  return el("p", { class: "line" }, el("label", { for: name }, label), el("select", {
    id: name, on: ["change", (event) => go({ [name]: event.target.value, at: "" })],
  }, options.map(([key, text]) => el("option", { value: key, selected: key === value }, text))));
}

// ---------------------------------------------------------------- words in context

function showWords(keep) {
  const hits = places(keep);
  const order = corpus.sorted(hits, state.sort);
  const owners = new Set();
  for (const token of hits.first) owners.add(corpus.owner[token]);
  const told = state.q ? L.told_found : L.told_themes;
  tell(fill(told, { hits: count("hits", order.length), essays: count("essays", owners.size) }),
    state.q && !order.length);
  const sorts = [["place", L.sort_place], ["left", L.sort_left], ["right", L.sort_right]];
  const rows = Array.from(order.subarray(0, shown), (row) => inContext(hits.first[row], hits.last[row]));
  return [
    el("h2", { tabindex: -1 }, L.view_words),
    state.q ? "" : el("p", { class: "hint" }, L.words_how),
    formsFound(hits),
    chooser("sort", L.sort, sorts, state.sort),
    order.length ? el("table", { class: "words" },
      el("thead", {}, el("tr", {}, [L.col_left, L.col_match, L.col_right, L.col_essay]
        .map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", { lang: "id" }, rows)) : "",
    more(order.length, PAGE.words),
  ];
}

function inContext(first, last) {
  const essay = corpus.owner[first], text = corpus.texts[essay];
  const low = Math.max(corpus.first[essay], first - AROUND);
  const high = Math.min(corpus.first[essay + 1] - 1, last + AROUND);
  const start = corpus.start[first], end = corpus.endOf(last);
  const left = evened(text.slice(corpus.start[low], start));
  const right = evened(text.slice(end, corpus.endOf(high)));
  const place = { view: "read", essay: essays.essay[essay], other: "", at: start };
  return el("tr", {},
    el("td", { class: "left" }, left.length > WIDEST ? `…${left.slice(-WIDEST)}` : left),
    el("td", { class: "match" }, link(place, {}, clip(text.slice(start, end), WIDEST))),
    el("td", {}, clip(right, WIDEST)),
    el("td", { class: "where" }, link(place, { tabindex: -1 }, nameOf(essay)), el("span", {}, " ", el("bdi", {}, clip(titleOf(essay), 60)))));
}

function formsFound(hits) {
  if (!state.q) return "";
  const counts = new Map();
  for (let i = 0; i < hits.first.length; i++) {
    if (hits.first[i] !== hits.last[i]) return "";
    const form = corpus.lower[corpus.type[hits.first[i]]];
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!rows.length) return "";
  return el("p", { class: "forms" }, el("b", {}, L.forms), " ", rows.slice(0, 12).map(([form, n], i) =>
    [i ? ", " : "", el("bdi", { lang: "id" }, clip(form, 60)), ` (${whole(n)})`]).flat(),
    rows.length > 12 ? `, ${fill(L.and_more, { n: whole(rows.length - 12) })}` : "");
}

// ---------------------------------------------------------------- reading and comparing

function showRead(keep) {
  const offered = Array.from(keep.keys()).filter((essay) => keep[essay]);
  const first = corpus.number.get(state.essay) ?? offered[0];
  if (first === undefined) { tell(L.no_essay); return [el("h2", { tabindex: -1 }, L.view_read)]; }
  const other = corpus.number.get(state.other);
  const shared = sharedOf(first);
  const between = other === undefined ? [] : shared.filter((row) => row.b === other);
  tell("");
  return [
    el("h2", { tabindex: -1 }, other === undefined ? L.view_read : L.comparing),
    el("div", { class: "pick" }, picker("essay", L.essay_shown, offered, first, []),
      picker("other", L.essay_beside, offered.filter((essay) => essay !== first), other,
        [...new Set(shared.map((row) => row.b))])),
    other === undefined ? sharedWith(first, shared) : sharedList(between, first, other),
    el("div", { class: other === undefined ? "one" : "two" },
      article(first, between.map((row, i) => ({ start: row.startA, end: row.startA + row.lengthA, number: i + 1, side: "a" })), "a"),
      other === undefined ? "" : article(other, between.map((row, i) =>
        ({ start: row.startB, end: row.startB + row.lengthB, number: i + 1, side: "b" })), "b")),
  ];
}

// Every shared passage of an essay, the essay itself on side a.
function sharedOf(essay) {
  const rows = [];
  for (const row of corpus.passages) {
    const [a, startA, lengthA, b, startB, lengthB, words, kind, template] = corpus.text ? row
      : [row[0], 0, 0, row[1], 0, 0, row[2], row[3], row[4]];
    if (a === essay) rows.push({ b, startA, lengthA, startB, lengthB, words, kind, template });
    if (b === essay) rows.push({ b: a, startA: startB, lengthA: lengthB, startB: startA, lengthB: lengthA, words, kind, template });
  }
  return rows;
}

function picker(name, label, offered, value, near) {
  const option = (essay) => el("option", { value: essays.essay[essay], selected: essay === value },
    `${essay + 1}. ${clip(titleOf(essay), 80)}`);
  const rest = near.length ? offered.filter((essay) => !near.includes(essay)) : offered;
  if (value !== undefined && !offered.includes(value) && !near.includes(value)) rest.unshift(value);
  return el("p", {}, el("label", { for: `pick-${name}` }, label), el("select", {
    id: `pick-${name}`, on: ["change", (event) => go({ [name]: event.target.value, at: "", ...(name === "essay" ? { other: "" } : { essay: essays.essay[corpus.number.get(state.essay) ?? 0] }) })],
  }, name === "other" ? el("option", { value: "" }, L.nothing_beside) : "",
    near.length ? el("optgroup", { label: L.sharing }, near.map(option)) : "",
    near.length ? el("optgroup", { label: L.not_sharing }, rest.map(option)) : rest.map(option)));
}

function sharedWith(essay, shared) {
  if (!shared.length) return "";
  const by = new Map();
  for (const row of shared) by.set(row.b, [...(by.get(row.b) ?? []), row]);
  return el("section", { class: "shared-with" }, el("h3", {}, L.shared), el("p", { class: "hint" }, L.shared_how),
    el("ul", {}, [...by].map(([b, rows]) => el("li", {},
      link({ view: "read", essay: essays.essay[essay], other: essays.essay[b] }, {}, nameOf(b), ": ", el("bdi", { lang: "id" }, clip(titleOf(b), 120))),
      ` – ${count("passages", rows.length)}, ${count("words", rows.reduce((sum, row) => sum + row.words, 0))}`))));
}

function sharedList(rows) {
  return el("section", { class: "shared-with" }, el("h3", {}, L.shared), rows.length
    ? el("ol", {}, rows.map((row, i) => el("li", {}, `${count("words", row.words)}, ${L[KINDS[row.kind]]}`,
      row.template ? `, ${L.template}` : "",
      corpus.text ? [" ", jump("a", i + 1, L.jump_left), " ", jump("b", i + 1, L.jump_right)] : "")))
    : el("p", {}, L.shared_none));
}

function jump(side, number, text, name) {
  return el("button", { type: "button", class: "jump", "aria-label": name, on: ["click", () => {
    const there = byId(`${side}-${number}`);
    there.scrollIntoView({ block: "center" });
    there.focus({ preventScroll: true });
  }] }, text);
}

function article(essay, shared, side) {
  const known = Object.keys(essays).filter((name) => !["essay", "title", "words", "units"].includes(name) && essays[name][essay]);
  return el("article", { "aria-labelledby": `title-${side}` },
    el("h3", { id: `title-${side}` }, `${nameOf(essay)}. `, el("bdi", { lang: "id" }, clip(titleOf(essay), 300))),
    el("p", { class: "meta" }, known.map((name) => [`${L[`col_${name}`] ?? name}: `,
      el("bdi", {}, date(clip(essays[name][essay], 200))), " · "]).flat(), count("words", essays.words[essay]), ", ",
    count("units", essays.units[essay])),
    measured(essay),
    corpus.text ? el("div", { class: "text", lang: "id" }, paragraphs(essay, shared, side)) : el("p", { class: "hint" }, L.text_left_out));
}

function measured(essay) {
  const rows = themes.filter((theme) => active(theme) && theme.sentences[essay])
    .sort((a, b) => b.sentences[essay] - a.sentences[essay]);
  if (!rows.length) return "";
  return el("ul", { class: "chips", "aria-label": L.chips }, rows.map((theme) =>
    el("li", { class: `chip t${theme.number % 10}` }, el("b", {}, String(theme.number)), ` ${theme.name} `,
      el("span", {}, fill(L.of, { part: whole(theme.sentences[essay]), whole: count("units", essays.units[essay]) })))));
}

function paragraphs(essay, shared, side) {
  const text = corpus.texts[essay];
  const marks = hitsShown(essay).map((hit) => ({ ...hit, what: "theme" }));
  marks.push(...shared.map((place) => ({ ...place, what: "shared" })));
  if (state.q) {
    const hits = allPlaces();
    for (let i = 0; i < hits.first.length; i++) {
      if (corpus.owner[hits.first[i]] === essay) {
        marks.push({ start: corpus.start[hits.first[i]], end: corpus.endOf(hits.last[i]), what: "query" });
      }
    }
  }
  const made = [];
  let before = 0, parted = true;
  for (const unit of corpus.unitsOf(essay)) {
    if (parted || unit.heading || text.slice(before, unit.start).includes("\n")) {
      made.push(el(unit.heading ? "h4" : "p", { dir: "auto" }));
    } else {
      made[made.length - 1].append(" ");
    }
    made[made.length - 1].append(sentence(text, unit, marks.filter((mark) => mark.start < unit.end && mark.end > unit.start), side));
    [before, parted] = [unit.end, unit.heading];
  }
  return made;
}

// One sentence cut at every edge of a mark; each piece shows all the marks it lies in.
function sentence(text, unit, marks, side) {
  const here = state.at !== "" && side === "a" && Number(state.at) >= unit.start && Number(state.at) < unit.end;
  const made = el("span", here ? { id: "here", tabindex: -1 } : {});
  const cuts = new Set([unit.start, unit.end]);
  for (const mark of marks) for (const edge of [mark.start, mark.end]) if (edge > unit.start && edge < unit.end) cuts.add(edge);
  const edges = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < edges.length; i++) {
    const on = marks.filter((mark) => mark.start <= edges[i] && mark.end >= edges[i + 1]);
    made.append(...piece(text.slice(edges[i], edges[i + 1]), edges[i], edges[i + 1], on));
  }
  return made;
}

function piece(text, start, end, on) {
  const theme = on.findLast((mark) => mark.what === "theme");
  const shared = on.find((mark) => mark.what === "shared");
  const query = on.some((mark) => mark.what === "query");
  const before = on.filter((mark) => mark.what === "shared" && mark.start === start).map((mark) =>
    el("span", { id: `${mark.side}-${mark.number}`, tabindex: -1, class: "anchor" }, jump(mark.side === "a" ? "b" : "a",
      mark.number, String(mark.number), fill(L.jump_other, { n: mark.number }))));
  const classes = [query && "query", shared && "shared"];
  if (theme) classes.push(theme.status < COUNTED ? `t${themes[theme.theme].number % 10}` : "not");
  const names = classes.filter(Boolean).join(" ");
  const title = theme && `${themes[theme.theme].name}: ${L[`status_${STATUSES[theme.status]}`]}`;
  const shown = names ? el(theme || query ? "mark" : "span", { class: names, title }, text) : text;
  const ended = on.filter((mark) => mark.what === "theme" && mark.end === end).map((mark) => themes[mark.theme]);
  const after = ended.length ? el("sup", {}, hidden(` [${ended.map((one) => one.name).join(", ")}] `),
    el("span", { "aria-hidden": "true" }, ended.map((one) => one.number).join(", "))) : "";
  return [...before, shown, after];
}

// ---------------------------------------------------------------- settings

function showSettings() {
  byId("views").replaceChildren(...views().map(([view, text]) =>
    link({ view }, { "aria-current": view === state.view ? "page" : false }, text)));
  if (document.activeElement !== byId("q")) byId("q").value = state.q;
  byId("how").value = state.how;
  byId("only").checked = state.only;
  byId("uncounted").checked = state.uncounted;
  for (const theme of themes) byId(`theme-${theme.number}`).checked = active(theme);
  const on = themes.filter(active).length;
  byId("themes-count").textContent = `(${fill(L.of, { part: on, whole: themes.length })})`;
  const used = Object.values(state.filters).filter(Boolean).length;
  byId("filters-count").textContent = used ? `(${used})` : "";
  for (const input of byId("filters").querySelectorAll("[data-filter]")) {
    if (document.activeElement !== input || input.tagName === "SELECT") input.value = state.filters[input.dataset.filter] ?? "";
  }
}

function makeThemes() {
  byId("themes").append(...themes.map((theme) => el("p", {}, el("label", { title: clip(theme.told, 300) },
    el("input", { type: "checkbox", id: `theme-${theme.number}`, on: ["change", themesChanged] }),
    el("b", { class: `number t${theme.number % 10}` }, String(theme.number)), theme.name))));
}

function themesChanged() {
  const on = themes.filter((theme) => byId(`theme-${theme.number}`).checked);
  go({ themes: on.length === themes.length ? null : new Set(on.map((theme) => theme.key)) });
}

function makeFilters() {
  const made = [];
  let number = 0;
  const field = (key, label, make) => {
    const id = `filter-${++number}`;
    made.push(el("p", {}, el("label", { for: id }, label), make({ id, "data-filter": key })));
  };
  const changed = (event) => go({ filters: { ...state.filters, [event.target.dataset.filter]: event.target.value } },
    { replace: event.type === "input" });
  for (const [column, values] of Object.entries(essays)) {
    if (["essay", "words", "units"].includes(column)) continue;
    const label = L[`col_${column}`] ?? column;
    const distinct = [...new Set(values)].filter(Boolean).sort();
    if (column === "date" && distinct.length > 1) {
      for (const edge of ["from", "to"]) {
        field(`date~${edge}`, L[`date_${edge}`], (more) => el("input", { type: "date", ...more, on: ["change", changed] }));
      }
    } else if (column === "title" || distinct.length > 40) {
      field(`${column}~has`, fill(L.has, { column: label }), (more) => el("input", { type: "text", ...more, on: ["input", later(changed)] }));
    } else if (distinct.length > 1) {
      field(column, label, (more) => el("select", { ...more, on: ["change", changed] },
        el("option", { value: "" }, L.any), distinct.map((value) => el("option", { value }, clip(value, 80)))));
    }
  }
  byId("filters").append(...made);
}

function later(act) {
  let timer;
  return (event) => { clearTimeout(timer); timer = setTimeout(() => act(event), 150); };
}

function tell(text, nothing = false) {
  const told = byId("told");
  told.replaceChildren(text);
  if (!nothing) return;
  const words = state.q.trim().split(/\s+/);
  const near = words.length === 1 ? corpus.near(words[0].toLowerCase()) : [];
  if (near.length) {
    told.append(` ${L.near} `, ...near.flatMap((root, i) => [i ? ", " : "", link({ q: root }, {}, root)]));
  }
}

// ---------------------------------------------------------------- start

function render() {
  const keep = chosen();
  const show = { list: showList, words: showWords, read: showRead }[state.view];
  byId("view").replaceChildren(...show(keep).filter((part) => part !== ""));
}

function update() {
  const before = performance.now();
  const old = state;
  state = readAddress();
  if (old.view !== state.view || old.q !== state.q) shown = PAGE[state.view] ?? 0;
  showSettings();
  render();
  const moved = old.view !== undefined && (old.view !== state.view || old.essay !== state.essay || old.other !== state.other);
  const here = byId("here");
  if (here) { here.scrollIntoView({ block: "center" }); here.focus({ preventScroll: true }); }
  else if (moved && !["q", "pick-essay", "pick-other"].includes(document.activeElement?.id)) byId("view").querySelector("h2").focus({ preventScroll: true });
  document.documentElement.dataset.took = (performance.now() - before).toFixed(1);
}

function start() {
  makeThemes();
  makeFilters();
  byId("search-how").textContent = corpus.text ? L.search_how : L.search_how_no_text;
  byId("uncounted-line").hidden = !corpus.text;
  const wide = matchMedia("(min-width: 60rem)").matches;
  byId("themes-box").open = wide;
  byId("filters-box").open = wide;
  const ask = (replace) => go({ q: byId("q").value.trim(), at: "" }, { replace });
  byId("q").addEventListener("input", later(() => ask(true)));
  byId("search").addEventListener("submit", (event) => { event.preventDefault(); ask(false); });
  byId("how").addEventListener("change", (event) => go({ how: event.target.value }));
  byId("themes-all").addEventListener("click", () => go({ themes: null }));
  byId("themes-none").addEventListener("click", () => go({ themes: new Set() }));
  byId("only").addEventListener("change", (event) => go({ only: event.target.checked }));
  byId("uncounted").addEventListener("change", (event) => go({ uncounted: event.target.checked }));
  byId("filters-clear").addEventListener("click", () => go({ filters: {} }));
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("content").focus(); });
  window.addEventListener("hashchange", update);
  byId("app").hidden = false;
  update();
  document.documentElement.dataset.ready = (performance.now() - started).toFixed(1);
}

start();
