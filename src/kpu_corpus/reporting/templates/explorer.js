
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
  const changed = (event) => go({ filters: { ...readAddress().filters, [event.target.dataset.filter]: event.target.value } },
    { replace: event.type === "input" });
  for (const [column, values] of Object.entries(essays)) {
    if (UNFILTERED.includes(column)) continue;
    const label = columnName(column);
    const told = values.filter(Boolean);
    const distinct = [...new Set(told)].sort(byNumber);
    if (distinct.length === told.length && !NAMED.includes(column)) continue; // one essay a value
    if (column === "date" && distinct.length > 1) {
      for (const edge of ["from", "to"]) {
        field(`date~${edge}`, L[`date_${edge}`], (more) => el("input", { type: "date", ...more, on: ["change", changed] }));
      }
    } else if (column === "title" || distinct.length > 40) {
      field(`${column}~has`, fill(L.has, { column: label }), (more) => el("input", { type: "text", ...more, on: ["input", later(changed)] }));
    } else if (distinct.length > 1) {
      field(column, label, (more) => el("select", { ...more, on: ["change", changed] },
        el("option", { value: "" }, L.any), distinct.map((value) => el("option", { value }, toldApart(value))),
        told.length < values.length ? el("option", { value: UNSTATED }, L.no_value) : ""));
    }
  }
  byId("filters").append(...made);
}

// In the order of the alphabet, numbers by their size: 2 before 10.
const byNumber = new Intl.Collator("id", { numeric: true }).compare;

function later(act) {
  let timer;
  return (event) => { clearTimeout(timer); timer = setTimeout(() => act(event), 150); };
}

function tell(text, nothing = false) {
  const told = byId("told");
  told.replaceChildren(text);
  if (!nothing) return;
  const words = corpus.asked(state.q);
  const near = words.length === 1 ? corpus.near(words[0]) : [];
  if (near.length) {
    told.append(`. ${L.near} `, ...near.flatMap((form, i) => [i ? ", " : "", link({ q: form, how: "root" }, {}, form)]));
  }
  for (const [key, values] of named(state.q.toLowerCase())) {
    told.append(`. ${fill(L.in_filter, { column: columnName(key.split("~")[0]) })} `, ...values.flatMap((value, i) => [
      i ? ", " : "", link({ q: "", filters: { ...state.filters, [key]: value } }, {}, toldApart(value))]));
  }
}

// Names of authors and offices are no words of the essays: the filters that have what was typed.
function named(typed) {
  const keys = Array.from(byId("filters").querySelectorAll("[data-filter]"), (input) => input.dataset.filter);
  return keys.map((key) => {
    const values = new Set(/~(from|to)$/.test(key) ? [] : essays[key.split("~")[0]].filter(Boolean));
    return [key, [...values].filter((value) => typed.length > 2 && value.toLowerCase().includes(typed)).slice(0, 3)];
  }).filter(([, values]) => values.length);
}

// ---------------------------------------------------------------- start

function render() {
  const keep = chosen();
  const show = { list: showList, words: showWords, read: showRead }[state.view];
  byId("view").replaceChildren(...show(keep).filter((part) => part !== ""));
}

function update() {
  const old = state, focused = document.activeElement?.id;
  state = readAddress();
  if (old.view !== state.view || old.q !== state.q) shown = PAGE[state.view] ?? 0;
  showSettings();
  render();
  const moved = ["view", "essay", "other", "at"].some((name) => old[name] !== state[name]);
  const here = byId("here"), control = focused && byId(focused);
  if (here && moved) { here.scrollIntoView({ block: "center" }); here.focus({ preventScroll: true }); }
  else if (control) control.focus({ preventScroll: true }); // made anew, it has lost the focus
  else if (moved && old.view) byId("view").querySelector("h2").focus({ preventScroll: true });
  document.documentElement.dataset.shown = location.hash || "#";
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
