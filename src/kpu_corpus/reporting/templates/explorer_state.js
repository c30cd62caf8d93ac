
// The page's state, kept in its address, and what is asked of the corpus.

const started = performance.now();
const given = JSON.parse(document.getElementById("data").textContent);
document.getElementById("data").remove();
const L = given.labels;
const corpus = new Corpus(given);
const STATUSES = ["asserted", "aspired", "negated", "name", "quoted"];
const counts = (hit) => hit.status < themes[hit.theme].counted; // of the statuses above, the first ones
const LIKENESS = ["same", "exact", "reordered", "inflected", "reworded"];
const PAGE = { list: 50, words: 60 };
const OFFERED = 200; // essays in a list to choose from, before somebody turns to it
const UNFILTERED = ["essay", "words", "units"]; // columns that no filter looks at
const UNSTATED = " "; // the value of a filter for the essays without one: none of theirs is a space
const NAMED = ["title", "author", "date"]; // columns to look for one essay by
const AROUND = 8, WIDEST = 110;
const themes = corpus.themes.map((theme, number) => ({
  ...theme,
  number: number + 1,
  name: theme.label[given.lang],
  told: theme.definition[given.lang],
}));
const essays = corpus.essays;
const byId = (id) => document.getElementById(id);
let state = {}, shown = PAGE.list, cached = { key: null };

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
  const found = text.match(/^(\d{4})-(\d\d)-(\d\d)(?:$|[T ]\d\d:)/);
  const month = found && given.months[Number(found[2])];
  return month ? `${Number(found[3])} ${month} ${found[1]}` : text;
}
function clip(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
function toldApart(value) { // in a list, where one long value is told from the others
  return Object.hasOwn(corpus.apart, value) ? corpus.apart[value] : clip(value, 80);
}
function evened(text) {
  return text.replace(/\s+/g, " ");
}
function titleOf(essay) {
  return essays.title?.[essay] || nameOf(essay);
}
function columnName(column) { // as in the person's own table, else in words, else as it is called
  return Object.hasOwn(corpus.columns, column) ? corpus.columns[column] : L[`col_${column}`] ?? column;
}
function nameOf(essay) {
  return corpus.shown[essay];
}
function afterName(essay, length, before = ". ") { // the title, where there is one
  const title = essays.title?.[essay];
  return title ? [before, el("bdi", { lang: "id" }, clip(title, length))] : [];
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

function go(changes, { replace = false } = {}) {
  const next = addressOf({ ...readAddress(), ...changes }); // the page may show an earlier one yet
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
    if (!value || !Object.hasOwn(essays, column) || UNFILTERED.includes(column)) continue;
    const values = essays[column];
    const fits = edge === "from" ? (v) => v && v.slice(0, 10) >= value
      : edge === "to" ? (v) => v && v.slice(0, 10) <= value
        : edge === "has" ? (v) => v.toLowerCase().includes(value.toLowerCase())
          : value === UNSTATED ? (v) => !v : (v) => v === value;
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
  if (keep.every(Boolean)) return all;
  const first = [], last = [];
  for (let i = 0; i < all.first.length; i++) {
    if (keep[corpus.owner[all.first[i]]]) { first.push(all.first[i]); last.push(all.last[i]); }
  }
  return { first, last };
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
    (hit) => active(themes[hit.theme]) && (state.uncounted || counts(hit)));
}

function found(keep) {
  if (!state.q) return null;
  if (!corpus.text) return corpus.countByEssay(state.q, state.how).map((n, essay) => (keep[essay] ? n : 0));
  const counts = new Int32Array(corpus.size);
  const hits = allPlaces();
  for (const token of hits.first) if (keep[corpus.owner[token]]) counts[corpus.owner[token]]++;
  return counts;
}
