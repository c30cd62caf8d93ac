"use strict";
// Packed numbers read, words compared, arrays sorted: functions that know no corpus and no page.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUE = new Uint8Array(128);
for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i;

function eachNumber(text, take) {
  let number = 0, shift = 0;
  for (let i = 0; i < text.length; i++) {
    const value = VALUE[text.charCodeAt(i)];
    number |= (value & 31) << shift;
    if (value & 32) { shift += 5; } else { take(number); number = shift = 0; }
  }
}

function numbers(text) {
  const found = [];
  eachNumber(text, (number) => found.push(number));
  return found;
}

function sums(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

// Where the last number that is not above `wanted` stands in a rising array.
function below(rising, wanted) {
  let low = 0, high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= wanted) low = middle + 1; else high = middle;
  }
  return low - 1;
}

// Letters left out, put in, exchanged or swapped with the next one; beyond `most` they do not matter.
function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

function push(map, key, value) {
  const rows = map.get(key);
  if (rows) rows.push(value); else map.set(key, [value]);
}

function lists(packed) {
  return new Map(Object.entries(packed).map(([word, rows]) => [word, sums(numbers(rows))]));
}

function normal(query) {
  return query.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2014\u2212]/g, "-")
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ").trim();
}

// `integr*`: the parts between the stars in their order, without a regular expression to blow up.
function wildcard(word) {
  const parts = word.split("*"), head = parts.shift(), tail = parts.pop();
  return (form) => {
    if (!form.startsWith(head)) return false;
    let at = head.length;
    for (const part of parts) {
      const found = form.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return form.length - tail.length >= at && form.endsWith(tail);
  };
}

function merged(found) {
  const pairs = new Map();
  for (const { first, last } of found) {
    for (let i = 0; i < first.length; i++) pairs.set(`${first[i]} ${last[i]}`, [first[i], last[i]]);
  }
  const rows = [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { first: Int32Array.from(rows, (row) => row[0]), last: Int32Array.from(rows, (row) => row[1]) };
}

// One stable pass of a counting sort.
function byKeys(order, keys, size) {
  const bound = new Int32Array(size + 1);
  for (const row of order) bound[keys[row] + 1]++;
  for (let i = 0; i < size; i++) bound[i + 1] += bound[i];
  const sorted = new Int32Array(order.length);
  for (const row of order) sorted[bound[keys[row]]++] = row;
  return sorted;
}

