// The corpus in typed arrays, and the search in them. Nothing here touches the page.

const CLITICS = ["", "nya", "lah", "pun", "kah", "ku", "mu"];
const GAP = /^\.\.(\d{1,2})$/;
const EDGE = /^[^\p{L}\p{M}\p{N}_*]+|[^\p{L}\p{M}\p{N}_*]+$/gu;
const BETWEEN = /[^\p{L}\p{M}\p{N}_*'.-]+/u;

class Corpus {
  constructor(data) {
    Object.assign(this, data);
    this.size = data.essays.essay.length;
    this.number = new Map(data.essays.essay.map((id, row) => [id, row]));
    this.readWords();
    if (this.text) this.readTokens(); else this.readBags();
  }

  readWords() {
    const words = this.words;
    this.lower = words.types.map((type) => type.toLowerCase());
    const norm = this.lower.map((form, row) => words.norms[row] ?? form);
    const root = numbers(words.root);
    this.byNorm = new Map();
    this.byRoot = new Map();
    this.byWritten = new Map(); // forms as written, where their normal form is another
    this.rootOf = new Map(words.roots.map((name) => [name, name]));
    const seen = new Set();
    norm.forEach((form, row) => {
      const name = words.roots[root[row]];
      push(this.byNorm, form, row);
      push(this.byRoot, name, row);
      if (form !== this.lower[row]) push(this.byWritten, this.lower[row], row);
      if (!seen.has(form)) { seen.add(form); this.rootOf.set(form, name); }
    });
    for (const [form, name] of [...this.rootOf]) {
      const together = form.replaceAll(" ", ""); // tanggungjawab is sought as tanggung jawab
      if (!this.rootOf.has(together)) this.rootOf.set(together, name);
    }
    for (const [word, name] of Object.entries(words.asked)) this.rootOf.set(word, name);
    this.inner = { norm: lists(words.inside.norm), root: lists(words.inside.root) };
    this.names = { norm: lists(words.names.norm), root: lists(words.names.root) };
    this.official = new Map(Object.entries(words.official));
    this.known = new Set(norm.flatMap((form) => form.split(" ")));
    this.longest = Math.max(1, ...[...norm, ...this.byWritten.keys()].map((form) => form.split(" ").length));
  }

  readTokens() {
    this.type = new Int32Array(this.count);
    this.start = new Int32Array(this.count);
    this.owner = new Int32Array(this.count);
    this.first = new Int32Array(this.size + 1);
    const length = Int32Array.from(this.words.types, (type) => type.length);
    let at = 0;
    for (let essay = 0; essay < this.size; essay++) {
      let end = -1, gap = 1, asked = false;
      eachNumber(this.tokens[essay], (number) => {
        if (asked) { gap = number; asked = false; return; }
        if (number === 0) { asked = true; return; }
        this.type[at] = number - 1;
        this.start[at] = end + gap;
        this.owner[at] = essay;
        end += gap + length[number - 1];
        gap = 1;
        at++;
      });
      this.first[essay + 1] = at;
    }
    this.tokens = null;
    this.length = length;
    this.group(this.type, null);
    this.rankTypes();
  }

  // Rows in the order of their types, and where each type begins in that order.
  group(types, counts) {
    const size = this.words.types.length;
    this.bound = new Int32Array(size + 1);
    for (let i = 0; i < types.length; i++) this.bound[types[i] + 1]++;
    for (let i = 0; i < size; i++) this.bound[i + 1] += this.bound[i];
    const next = this.bound.slice();
    this.place = new Int32Array(types.length);
    for (let i = 0; i < types.length; i++) this.place[next[types[i]]++] = i;
    this.counts = counts;
  }

  readBags() {
    const types = [], owners = [], counts = [];
    this.bags.forEach((bag, essay) => {
      const row = numbers(bag);
      let type = 0;
      for (let i = 0; i < row.length; i += 2) {
        type += row[i];
        types.push(type); owners.push(essay); counts.push(row[i + 1]);
      }
    });
    this.bags = null;
    this.owner = Int32Array.from(owners);
    this.group(Int32Array.from(types), Int32Array.from(counts));
  }

  // The place of every type in the alphabet, the same for forms that differ in capitals only.
  rankTypes() {
    const order = Array.from(this.lower.keys());
    const { lower } = this;
    order.sort((a, b) => (lower[a] < lower[b] ? -1 : lower[a] > lower[b] ? 1 : 0));
    this.rank = new Int32Array(order.length);
    let rank = 1;
    order.forEach((type, i) => {
      if (i && lower[order[i - 1]] !== lower[type]) rank++;
      this.rank[type] = rank;
    });
    this.ranks = rank + 1;
  }

  unitsOf(essay) {
    const row = numbers(this.units[essay]), found = [];
    let end = 0;
    for (let i = 0; i < row.length; i += 3) {
      const start = end + row[i];
      end = start + row[i + 1];
      found.push({ start, end, heading: row[i + 2] === 1 });
    }
    return found;
  }

  hitsOf(essay) {
    const row = numbers(this.hits[essay]), found = [];
    let start = 0;
    for (let i = 0; i < row.length; i += 4) {
      start += row[i];
      found.push({ start, end: start + row[i + 1], theme: row[i + 2], status: row[i + 3] });
    }
    return found;
  }

  // The token of an essay in which a place of its text lies.
  tokenAt(essay, place) {
    const first = this.first[essay];
    return first + Math.max(0, below(this.start.subarray(first, this.first[essay + 1]), place));
  }

  endOf(token) {
    return this.start[token] + this.length[this.type[token]];
  }

  // Types that fit one word of a query.
  fitting(word, how, alone) {
    const tables = [{ norm: this.byNorm, root: this.byRoot }, this.inner];
    if (alone) tables.push(this.names);
    if (how === "form") tables.push({ norm: this.byWritten });
    const found = new Set();
    const add = (rows) => rows && rows.forEach((row) => found.add(row));
    if (word.includes("*")) {
      const fits = wildcard(word);
      for (const table of tables) for (const [form, rows] of table.norm) if (fits(form)) add(rows);
    } else if (how === "form") {
      const official = this.official.get(word) ?? word; // the corpus has tanggungjawab as tanggung jawab
      for (const stem of [word, official, `${word}-${word}`]) {
        for (const end of CLITICS) for (const table of tables) add(table.norm.get(stem + end));
      }
    } else {
      const root = this.rootOf.get(word) ?? word;
      for (const table of tables) { add(table.norm.get(word)); add(table.root.get(root)); }
    }
    return found;
  }

  slots(elements, how) {
    const found = [];
    let gap = 0;
    for (const element of elements) {
      const skip = element.match(GAP);
      if (skip) { gap = Number(skip[1]); continue; }
      const types = new Set();
      for (const word of element.split("|").filter(Boolean)) {
        for (const type of this.fitting(word, how, elements.length === 1)) types.add(type);
      }
      found.push({ types, gap });
      gap = 0;
    }
    return found;
  }

  // The words of a query joined as the words of the corpus are: tanggung jawab is one.
  joined(elements, how) {
    const found = [];
    const known = (form) => this.byNorm.has(form) || (how === "form" && this.byWritten.has(form));
    for (let at = 0; at < elements.length;) {
      let size = Math.min(this.longest, elements.length - at);
      while (size > 1 && !known(elements.slice(at, at + size).join(" "))) size--;
      found.push(elements.slice(at, at + size).join(" "));
      at += size;
    }
    return found;
  }

  rowsOf(types) {
    let size = 0;
    for (const type of types) size += this.bound[type + 1] - this.bound[type];
    const rows = new Int32Array(size);
    let at = 0;
    for (const type of types) {
      const part = this.place.subarray(this.bound[type], this.bound[type + 1]);
      rows.set(part, at);
      at += part.length;
    }
    return types.size > 1 ? rows.sort() : rows;
  }

  // The words of a query without its punctuation; a word of the corpus that has some stays whole.
  asked(query) {
    const bare = (word) => (this.known.has(word) ? word : word.replace(EDGE, ""));
    return normal(query).split(" ").flatMap((word) => {
      if (GAP.test(word) || this.known.has(word)) return [word];
      if (word.includes("|")) return [word.split("|").map(bare).filter(Boolean).join("|")];
      return word.split(BETWEEN).map((one) => one.replace(EDGE, ""));
    }).filter(Boolean);
  }

  // First and last token of every place of a query, in the order of the corpus.
  find(query, how) {
    const elements = this.asked(query);
    if (!elements.some((element) => /[\p{L}\p{N}]/u.test(element))) return { first: [], last: [] };
    const joined = this.joined(elements, how);
    const forms = joined.length === elements.length ? [elements] : [elements, joined];
    const found = forms.map((form) => this.sequence(this.slots(form, how)));
    return found.length === 1 ? found[0] : merged(found);
  }

  sequence(slots) {
    if (!slots.length) return { first: [], last: [] };
    let last = this.rowsOf(slots[0].types), first = last;
    for (const { types, gap } of slots.slice(1)) {
      const nextFirst = [], nextLast = [];
      for (const row of this.rowsOf(types)) {
        const before = below(last, row - 1);
        if (before >= 0 && row - last[before] <= gap + 1 && this.sameUnit(last[before], row)) {
          nextFirst.push(first[before]);
          nextLast.push(row);
        }
      }
      first = Int32Array.from(nextFirst);
      last = Int32Array.from(nextLast);
    }
    return { first, last };
  }

  sameUnit(a, b) {
    const essay = this.owner[a];
    if (this.owner[b] !== essay) return false;
    const starts = this.unitStarts(essay);
    return below(starts, this.start[a]) === below(starts, this.start[b]);
  }

  unitStarts(essay) {
    this.startsOf ??= [];
    return (this.startsOf[essay] ??= this.unitsOf(essay).map((unit) => unit.start));
  }

  // Without texts: how often the words of a query occur in each essay that has all of them.
  countByEssay(query, how) {
    const words = this.asked(query).filter((word) => !GAP.test(word));
    const slots = words.length ? this.slots(words.length > 1 ? this.joined(words, how) : words, how) : [];
    let total = null;
    for (const { types } of slots) {
      const counts = new Int32Array(this.size);
      for (const row of this.rowsOf(types)) counts[this.owner[row]] += this.counts[row];
      total = total ? total.map((count, essay) => Math.min(count, counts[essay])) : counts;
    }
    return total ?? new Int32Array(this.size);
  }

  // Order of hits by the words before them, the nearest first, or by the words after.
  sorted(hits, side) {
    let order = new Int32Array(hits.first.length);
    for (let i = 0; i < order.length; i++) order[i] = i;
    if (side !== "left" && side !== "right") return order;
    for (let step = 4; step >= 1; step--) {
      const keys = new Int32Array(order.length);
      for (let i = 0; i < order.length; i++) {
        const token = side === "left" ? hits.first[i] - step : hits.last[i] + step;
        const inside = token >= 0 && token < this.count && this.owner[token] === this.owner[hits.first[i]];
        keys[i] = inside ? this.rank[this.type[token]] : 0;
      }
      order = byKeys(order, keys, this.ranks);
    }
    return order;
  }

  // Words of the corpus to try when nothing was found for one: those spelled nearly like it, and
  // those that may have its root; of each root its most frequent form, since a root may be no word
  // that people know. Only k, p, s and t melt away behind a prefix.
  near(word) {
    const most = word.length > 5 ? 2 : 1;
    const alike = word.length > 3
      ? this.lower.map((form) => [edits(word, form, most), form]).filter(([far]) => far <= most)
      : [];
    const related = this.words.roots
      .filter((root) => root.length > 3
        && word.includes(root.length > 4 && "kpst".includes(root[0]) ? root.slice(1) : root))
      .sort((a, b) => b.length - a.length)
      .map((root) => this.lower[this.byRoot.get(root)[0]]);
    return [...new Set([...alike.sort((a, b) => a[0] - b[0]).map(([, form]) => form), ...related])]
      .slice(0, 3);
  }
}

