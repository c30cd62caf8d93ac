"""How fast the explorer opens and answers in a browser, against a plain text search there.

    python -m benchmarks.explorer [essays]

Writes a corpus of 5,000 essays of 350 words drawn from the word frequencies of formal Indonesian
(fixed seed), opens the page in headless Chromium without network and prints times and ratios.
The plain search is ``text.toLowerCase().includes(word)`` over all texts in the same page. Needs the
package playwright and a Chromium of the system; KPU_CORPUS_CHROMIUM names another binary.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

import kpu_corpus as kc
from benchmarks.chromium import browsing, chromium
from kpu_corpus.indonesian.lists.background import background

ESSAYS, WORDS, SENTENCE, OPENINGS = 5_000, 350, 18, 3
QUERIES = ("selenggara", "integr*", "tanggung jawab", "pemilihan umum", "jujur|adil", "dan")
PAIR = "essay=esai-0007&other=esai-0042"
REPEATS = 7
PLAIN = """(word) => {
  let found = 0;
  const start = performance.now();
  for (const text of corpus.texts) if (text.toLowerCase().includes(word)) found++;
  return performance.now() - start;
}"""
FIND = """([query, sort]) => {
  const start = performance.now();
  const hits = corpus.find(query, "root");
  corpus.sorted(hits, sort);
  return [performance.now() - start, hits.first.length];
}"""
# The whole way: address, search, sorting and the first page of rows on the screen.
SHOWN = """(address) => new Promise((done) => {
  cached = { key: null };
  const start = performance.now();
  window.addEventListener("hashchange", () => requestAnimationFrame(() =>
    setTimeout(() => done(performance.now() - start))), { once: true });
  location.hash = address;
})"""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ESSAYS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "jelajah.html"
        written = build(path, count)
        print(f"{count:,} essays, written in {written:.0f} s, {path.stat().st_size / 1e6:.1f} MB")
        measure(path)


def build(path: Path, count: int) -> float:
    """Write the page of ``count`` made-up essays; return the seconds it took."""
    tokens = kc.preprocess(kc.load(essays(count)))
    start = time.perf_counter()
    # Passages are left out: finding them is no part of the page.
    none = kc.shared_passages(kc.load({"a": "Kami belajar."}))
    kc.explorer(tokens, path, passages=none)
    return time.perf_counter() - start


def essays(count: int) -> dict[str, str]:
    """Draw essays word by word from the background frequencies."""
    draw = random.Random(20_250_602)
    counts = background().cf
    words, sums = list(counts), list(accumulate(counts.values()))
    made = {}
    for number in range(count):
        drawn = draw.choices(words, cum_weights=sums, k=WORDS)
        rows = [drawn[at : at + SENTENCE] for at in range(0, WORDS, SENTENCE)]
        made[f"esai-{number:04}"] = " ".join(f"{' '.join(row).capitalize()}." for row in rows)
    return made


def measure(path: Path) -> None:
    with browsing(chromium()) as browser:
        for _ in range(OPENINGS):
            page = browser.new_page()
            start = time.perf_counter()
            page.goto(path.as_uri(), wait_until="commit")
            page.wait_for_selector("html[data-ready]", timeout=120_000)
            took = (time.perf_counter() - start) * 1000
            script = float(page.evaluate("document.documentElement.dataset.ready"))
            print(f"open: {took:,.0f} ms, of which the script {script:,.0f} ms")
        report(page)


def report(page: Any) -> None:
    plain = median(page.evaluate(PLAIN, "selenggara") for _ in range(REPEATS))
    print(f"plain text search: {plain:.1f} ms")
    print(f"{'query':<16}{'hits':>10}{'search ms':>11}{'ratio':>8}{'shown ms':>10}{'ratio':>8}")
    for query in QUERIES:
        runs = [page.evaluate(FIND, [query, "left"]) for _ in range(REPEATS)]
        searched = median(took for took, _ in runs)
        whole = shown(page, f"#view=words&sort=left&q={quote(query)}")
        print(
            f"{query:<16}{runs[0][1]:>10,}{searched:>11.1f}{searched / plain:>8.2f}"
            f"{whole:>10.1f}{whole / plain:>8.2f}"
        )
    print(f"an essay opened to read: {shown(page, '#view=read&essay=esai-0007'):.0f} ms")
    print(f"the same, two side by side: {shown(page, f'#view=read&{PAIR}'):.0f} ms")
    print(f"a search while reading: {shown(page, '#view=read&essay=esai-0007&q=dan'):.0f} ms")


def shown(page: Any, address: str) -> float:
    """Return the median milliseconds until an address stands on the screen."""
    took = []
    for _ in range(REPEATS):
        page.evaluate("location.hash = ''")
        page.wait_for_timeout(30)
        took.append(float(page.evaluate(SHOWN, address)))
    return median(took)


if __name__ == "__main__":
    main()
