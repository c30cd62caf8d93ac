"""Authors and groups from the names of files, as course platforms name them, and of folders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Source
from kpu_corpus.segment.bylines.covers import groups_in
from kpu_corpus.segment.bylines.work import tells_number
from kpu_corpus.segment.names import is_name, is_person, is_single_name

_WORK = "tugas|esai|essay|opini|artikel|refleksi|makalah|laporan|jurnal|jawaban|resume"
_VERSION = r"(?:final|fix|revisi|rev|versi|copy|salinan|sebelum|sesudah|setelah)\d*\b"
# What parts a name from a number, a task or an office: "01_Rina Marlina_KPU Kota Tegal".
_PARTS = re.compile(
    rf"\s*[_(),]\s*|\s*[-–—]+(?:\s+|(?=(?:KPU|Bawaslu|NIP|NDH|{_WORK})\b|{_VERSION}|\d))"
    r"|^\d{1,3}[.)\s]\s*",
    re.IGNORECASE,
)
# What opens a name: "Tugas Akhir Rina Marlina", "Refleksi Sesudah Pelatihan Rina Marlina".
_BEFORE = re.compile(
    rf"^(?:(?:{_WORK}|akhir|individu|diri|sebelum|sesudah|setelah|pelatihan"
    r"|fwd?|re|scan|salinan(?: dari)?|copy of)\s+)+",
    re.IGNORECASE,
)
# What programs call a file that nobody named: "New Microsoft Word Document", "WhatsApp Image".
_PROGRAM = re.compile(r"\b(?:microsoft|whats ?app|camscanner|document|image)\b", re.IGNORECASE)
# What stands behind a name without a mark: an office, the task, a number, a version.
_BEHIND = re.compile(
    rf"\s+(?:KPU|Bawaslu|Angkatan|Kelompok|Kelas|Gelombang|NIP|NDH|latsar|agenda|{_WORK}"
    rf"|{_VERSION}|\d)",
    re.IGNORECASE,
)


def with_named(corpus: Corpus) -> Corpus:
    """Return the corpus, with authors from file names for essays that name none.

    This applies only if more than half of the files whose single essay names no author are named
    after people, not all after the same one. A name found in the text is more likely the subject of
    the essay.
    """
    # files as they were read: no rows of tables, no saved essays
    files = {x.name: x for x in corpus.documents if not x.plain and x.ready is None}
    essays = [item for item in corpus.items if item.source in files]
    counts = Counter(item.source for item in essays)
    alone = {item.source for item in essays if item.author is None and counts[item.source] == 1}
    found = ((name, person_of(_bare(files[name]))) for name in alone)
    people = {name: who for name, who in found if who}
    if len(people) * 2 <= len(alone) or len(set(people.values())) < 2:
        return corpus
    texts = {name: files[name].text.casefold() for name in alone}
    told = {name: who for name, who in people.items() if who.casefold() not in texts[name]}
    items = (x._replace(author=told[x.source]) if x.source in told else x for x in corpus.items)
    return replace(corpus, items=tuple(items))


@lru_cache(maxsize=1_024)  # all rows of a table have one
def groups_of(file: str) -> Mapping[str, str]:
    """Return the class, group or batch after which folders of a file are named.

    >>> groups_of("Angkatan XII/Kelompok_2/Rina Marlina"), groups_of("Kelompok Tani/Rina")
    ({'angkatan': 'XII', 'kelompok': '2'}, {})
    """
    folders = PurePosixPath(file).parts[:-1]
    return dict(told for name in folders for told in groups_in(name.replace("_", " ")).items())


def _bare(source: Source) -> str:
    """Return the path of a source without suffix and without additions by course platforms."""
    return source.origin.removesuffix(PurePosixPath(source.origin).suffix)


def person_of(file: str) -> str:
    """Return the person after whom a file, or its Moodle folder, is named, or "".

    >>> person_of("Kelas A/01_Rina Marlina_KPU Kota Tegal"), person_of("Esai tentang Hatta")
    ('Rina Marlina', '')
    >>> person_of("tugas/Rina Marlina_3101_assignsubmission_file_/esai fix")
    'Rina Marlina'
    >>> person_of("Tugas Refleksi Rina Marlina-fix"), person_of("Rina Marlina sesudah")
    ('Rina Marlina', 'Rina Marlina')
    """
    path = PurePosixPath(file)
    handed_in, mark, _ = path.parent.name.partition("_assignsubmission_")
    if mark:  # the platform's own name of a person, of one word perhaps, and a number
        name = handed_in.rpartition("_")[0]
        return name if is_name(name) else ""
    numbered = tells_number(path.name)  # of an employee: a single word is a name, too
    # underscores may stand for blanks, and nothing between a name and an office
    parts = [*_PARTS.split(path.name), *_PARTS.split(path.name.replace("_", " "))]
    parts = [_BEFORE.sub("", part) for part in parts]
    parts += [_BEHIND.split(part, maxsplit=1)[0] for part in parts]
    people = (part for part in parts if is_person(part) or (numbered and is_single_name(part)))
    return next((part for part in people if not _PROGRAM.search(part)), "")
