
// ---------------------------------------------------------------- list of essays

function showList(keep) {
  const counts = found(keep);
  let rows = Array.from(keep.keys()).filter((essay) => keep[essay] && (!counts || counts[essay]));
  if (state.order === "hits" && counts) rows.sort((a, b) => counts[b] - counts[a] || a - b);
  if (state.order === "title") rows.sort((a, b) => titleOf(a).localeCompare(titleOf(b), "id") || a - b);
  const total = counts ? counts.reduce((sum, n) => sum + n, 0) : 0;
  tell(counts ? fill(L.told_found, { hits: count("hits", total), essays: count("essays", rows.length) })
    : fill(L.of, { part: whole(rows.length), whole: count("essays", corpus.size) }), counts && !total);
  const orders = [["corpus", L.order_corpus], ["title", L.order_title]];
  if (counts) orders.push(["hits", L.order_hits]);
  return [
    heading(L.view_list),
    chooser("order", L.order, orders, state.order),
    themes.some(active) ? el("p", { class: "hint" }, L.chips_how) : "",
    el("ol", { class: "essays" }, rows.slice(0, shown).map((essay) => listed(essay, counts))),
    more(rows.length, PAGE.list),
  ];
}

// On paper the heading names what was searched for.
function heading(text) {
  return el("h2", { tabindex: -1, "data-query": clip(state.q, 200) || false }, text);
}

function listed(essay, counts) {
  const rows = themes.filter((theme) => active(theme) && theme.sentences[essay]);
  return el("li", {},
    el("h3", {}, link({ view: "read", essay: essays.essay[essay], other: "" }, {},
      el("bdi", { lang: "id" }, clip(titleOf(essay), 200)))),
    el("p", { class: "meta" }, about(essay), counts ? el("b", { class: "found" }, count("hits", counts[essay])) : ""),
    rows.length ? chips(rows, essay, { "aria-label": L.chips }) : "");
}

function chips(rows, essay, name) {
  return el("ul", { class: "chips", ...name }, rows.map((theme) =>
    el("li", { class: `chip t${theme.number % 10}`, title: `${theme.name}: ${count("sentences", theme.sentences[essay])}` }, el("b", {}, String(theme.number)), ` ${theme.name} `,
      el("span", { "aria-hidden": "true" }, whole(theme.sentences[essay])),
      hidden(count("sentences", theme.sentences[essay])))));
}

function about(essay) {
  const known = ["author", "unit", "date"].map((name) => essays[name]?.[essay]).filter(Boolean);
  return el("span", {}, [...(essays.title?.[essay] ? [nameOf(essay), " · "] : []), ...known.map((value) => [el("bdi", {}, date(clip(value, 120))), " · "]).flat(),
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
    heading(L.view_words),
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
    el("td", { class: "where" }, link(place, { tabindex: -1 }, nameOf(essay)), el("span", {}, afterName(essay, 60, " "))));
}

// Soft hyphens, marks of no width and line ends inside a word are not seen: its normal form is.
function formOf(type) {
  const form = corpus.lower[type];
  return /[\u00ad\u200b-\u200f\u2060\ufeff\n]/.test(form) ? corpus.words.norms[type] ?? form : form;
}

function formsFound(hits) {
  if (!state.q) return "";
  const byType = new Int32Array(corpus.lower.length), counts = new Map();
  for (let i = 0; i < hits.first.length; i++) {
    if (hits.first[i] !== hits.last[i]) return "";
    byType[corpus.type[hits.first[i]]]++;
  }
  byType.forEach((n, type) => {
    if (n) counts.set(formOf(type), (counts.get(formOf(type)) ?? 0) + n);
  });
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!rows.length) return "";
  return el("p", { class: "forms" }, el("b", {}, L.forms), " ", rows.slice(0, 12).map(([form, n], i) =>
    [i ? ", " : "", el("bdi", { lang: "id" }, clip(form, 60)), ` (${whole(n)})`]).flat(),
    rows.length > 12 ? `, ${fill(L.and_more, { n: whole(rows.length - 12) })}` : "");
}
