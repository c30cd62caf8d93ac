
// ---------------------------------------------------------------- reading and comparing

function showRead(keep) {
  const offered = Array.from(keep.keys()).filter((essay) => keep[essay]);
  const hits = found(keep);
  const first = corpus.number.get(state.essay) ?? offered.find((essay) => hits?.[essay]) ?? offered[0];
  if (first === undefined) { tell(L.no_essay); return [heading(L.view_read)]; }
  const other = corpus.number.get(state.other);
  const shared = sharedOf(first);
  const between = other === undefined ? [] : shared.filter((row) => row.b === other);
  tell("");
  return [
    heading(other === undefined ? L.view_read : L.comparing),
    el("div", { class: "pick" }, picker("essay", L.essay_shown, offered, first, [], { other: "" }),
      picker("other", L.essay_beside, offered.filter((essay) => essay !== first), other,
        [...new Set(shared.map((row) => row.b))], { essay: essays.essay[first] })),
    other === undefined ? sharedWith(first, shared) : sharedList(between),
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

function picker(name, label, offered, value, near, changes) {
  const option = (essay) => el("option", { value: essays.essay[essay], selected: essay === value },
    nameOf(essay), afterName(essay, 80).map((part) => part.textContent ?? part));
  const rest = near.length ? offered.filter((essay) => !near.includes(essay)) : offered;
  if (value !== undefined && !offered.includes(value) && !near.includes(value)) rest.unshift(value);
  const options = (others) => [name === "other" ? el("option", { value: "" }, L.nothing_beside) : "",
    ...(near.length ? [el("optgroup", { label: L.sharing }, near.map(option)),
      el("optgroup", { label: L.not_sharing }, others.map(option))] : others.map(option))].filter(Boolean);
  const long = rest.length > OFFERED;
  const select = el("select", { id: `pick-${name}`, on: ["change", (event) => go({ [name]: event.target.value, at: "", ...changes })] },
  options(long ? rest.filter((essay) => essay === value) : rest));
  // A browser takes long to lay out thousands of options: they come when somebody turns to the list.
  if (long) for (const turned of ["focus", "pointerdown"]) select.addEventListener(turned, () => {
    if (select.length < rest.length) select.replaceChildren(...options(rest));
  });
  return el("p", {}, el("label", { for: `pick-${name}` }, label), select);
}

function sharedWith(essay, shared) {
  if (!shared.length) return "";
  const by = new Map();
  for (const row of shared) by.set(row.b, [...(by.get(row.b) ?? []), row]);
  return el("section", { class: "shared-with" }, el("h3", {}, L.shared), el("p", { class: "hint" }, L.shared_how),
    el("ul", {}, [...by].map(([b, rows]) => el("li", {},
      link({ view: "read", essay: essays.essay[essay], other: essays.essay[b] }, {}, nameOf(b), afterName(b, 120, ": ")),
      ` – ${count("passages", rows.length)}, ${count("words", rows.reduce((sum, row) => sum + row.words, 0))}`))));
}

function sharedList(rows) {
  return el("section", { class: "shared-with" }, el("h3", {}, L.shared), rows.length
    ? el("ol", {}, rows.map((row, i) => el("li", {}, `${count("words", row.words)}, ${L[`passage_${LIKENESS[row.kind]}`]}`,
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
    el("h3", { id: `title-${side}` }, nameOf(essay), afterName(essay, 300)),
    el("p", { class: "meta" }, known.map((name) => [`${columnName(name)}: `,
      el("bdi", {}, date(clip(essays[name][essay], 200))), " · "]).flat(), count("words", essays.words[essay]), ", ",
    count("sentences", essays.units[essay])),
    measured(essay, side),
    corpus.text ? el("div", { class: "text", lang: "id" }, paragraphs(essay, shared, side)) : el("p", { class: "hint" }, L.text_left_out));
}

function measured(essay, side) {
  const rows = themes.filter((theme) => active(theme) && theme.sentences[essay])
    .sort((a, b) => b.sentences[essay] - a.sentences[essay]);
  if (!rows.length) return [];
  return [el("p", { class: "hint", id: `measured-${side}` }, fill(L.chips_of, { units: count("sentences", essays.units[essay]) })),
    chips(rows, essay, { "aria-labelledby": `measured-${side}` })];
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
  const [theme] = on.filter((mark) => mark.what === "theme")
    .sort((a, b) => a.end - a.start - (b.end - b.start)); // of several the innermost
  const shared = on.find((mark) => mark.what === "shared");
  const query = on.some((mark) => mark.what === "query");
  const before = on.filter((mark) => mark.what === "shared" && mark.start === start).map((mark) =>
    el("span", { id: `${mark.side}-${mark.number}`, tabindex: -1, class: "anchor" }, jump(mark.side === "a" ? "b" : "a",
      mark.number, String(mark.number), fill(L.jump_other, { n: mark.number }))));
  const classes = [query && "query", shared && "shared"];
  if (theme) classes.push(counts(theme) ? `t${themes[theme.theme].number % 10}` : "not");
  const names = classes.filter(Boolean).join(" ");
  const left = theme && !counts(theme) ? ` (${L.not_counted})` : "";
  const title = theme && `${themes[theme.theme].name}: ${L[`status_${STATUSES[theme.status]}`]}${left}`;
  const shown = names ? el(theme || query ? "mark" : "span", { class: names, title }, text) : text;
  const ended = on.filter((mark) => mark.what === "theme" && mark.end === end).map((mark) => themes[mark.theme]);
  const after = ended.length ? el("sup", {}, hidden(` [${ended.map((one) => one.name).join(", ")}] `),
    el("span", { "aria-hidden": "true" }, ended.map((one) => one.number).join(", "))) : "";
  return [...before, shown, after];
}
