"""Dates as Indonesian texts write them → ISO 8601; a range becomes an interval."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb pebruari february",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agt agu ags august aug",
            "september sep sept",
            "oktober okt october oct",
            "november nov nopember",
            "desember des december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_DASH = r"\s*[-\u2010-\u2015/]\s*"
_WEEKDAY = (
    r"(?:(?P<weekday>sen(?:in)?|sel(?:asa)?|rabu?|kam(?:is)?|jum(?:['’]?at)?|sab(?:tu)?|min(?:ggu)?"
    r"|ahad)\b\s*,?\s*)?"
)
_CLOCK = (
    r"(?:[\s,|-]*(?:pukul|jam|at)?\s*\d{1,2}[.:]\d\d(?:[.:]\d\d)?"
    r"(?:\s*(?:WIB|WITA|WIT|[AP]M(?: GMT[+-]\d{1,2}(?::\d\d)?)?|[+-]\d\d:?\d\d(?: \([A-Z]{1,5}\))?)"
    r")?|\s(?:WIB|WITA|WIT))?"
)
_ENGLISH = r"(?:(?P<english>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s*,?\s*)?"
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("sen mon", "sel tue", "rab wed", "kam thu", "jum fri", "sab sat", "min aha sun")
    )
    for name in names.split()
}
_FORMS = (
    rf"{_ENGLISH}{_DAY}(?:{_DASH}(?P<last>\d{{1,2}}))?\s+{_MONTH}\s*,?\s*{_YEAR}",
    rf"{_ENGLISH}{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?\s*,\s*{_YEAR}",
    rf"{_DAY}\s+{_MONTH}{_DASH}(?P<last>\d{{1,2}})\s+(?P<end_month>[^\W\d_]{{3,9}})\s+{_YEAR}",
    rf"{_ENGLISH}{_DAY}[/.-](?P<number>\d{{1,2}})[/.-]{_YEAR}",
    rf"{_DAY}/(?P<number>\d{{1,2}})/(?P<year>\d\d)",
    rf"{_YEAR}(?P<mark>[-/]?)(?P<iso_month>\d{{2}})(?P=mark)(?P<day>\d{{2}})(?:T[\d:.+Z-]*)?",
    rf"(?P<end_month>[^\W\d_]{{3,9}}){_DASH}{_MONTH}\s+{_YEAR}",
    rf"{_MONTH}\s+{_YEAR}",
)
# A time that a machine tells without saying where: the day is that of western Indonesia (WIB).
_UTC = re.compile(
    r"(?P<day>.*\d)[T ](?P<hour>\d\d):\d\d(?::\d\d(?:\.\d+)?)? ?(?:Z|[+-]00:?00|UTC|GMT)"
    r"(?: \((?:UTC|GMT)\))?"
)
_AHEAD = 7  # hours that WIB is ahead of UTC
_ANY_YEAR = re.compile(r"(?:19|20)\d\d|/\d\d\b")
_LONGEST = 60
_PATTERNS = tuple(re.compile(rf"\(?{_WEEKDAY}{form}{_CLOCK}\)?", re.IGNORECASE) for form in _FORMS)


def iso(text: str) -> str | None:
    """Return a date in ISO 8601, or None where the text is no date.

    A range of days or months is the interval ``first/last``; a month without a day has none. Of
    figures alone the first is the day, unless only the other order falls on the weekday that is
    named, as where a site writes its dates in the American way. A time in UTC, as machines write
    it, has the day that it is in western Indonesia (WIB); any other time has the day beside it.

    >>> iso("Kamis, 2 Oktober 2025"), iso("(22/8/2025)"), iso("2 - 5 Juni 2025")
    ('2025-10-02', '2025-08-22', '2025-06-02/2025-06-05')
    >>> iso("12/06/25"), iso("12/06/98"), iso("2025/06/12 8:00:12 AM GMT+7")
    ('2025-06-12', '1998-06-12', '2025-06-12')
    >>> iso("Jum, 02/09/2024 - 10:12"), iso("Senin, 02/09/2024")
    ('2024-02-09', '2024-09-02')
    >>> iso("September - Desember 2024"), iso("Juni 2025"), iso("32 Juni 2025")
    ('2024-09/2024-12', '2025-06', None)
    >>> iso("Monday, 4 August 2025, 9:12 AM"), iso("August 4, 2025"), iso("20250804")
    ('2025-08-04', '2025-08-04', '2025-08-04')
    >>> iso("Mon, 4 August 2025 10:20:00 +0700 (WIB)"), iso("4 August 2025 at 10:20 AM")
    ('2025-08-04', '2025-08-04')
    >>> iso("2025-11-02T22:30:00Z"), iso("Sun, 2 November 2025 22:30:00 +0700")
    ('2025-11-03', '2025-11-02')
    """
    stripped = text.strip(" .\t\xa0")
    if len(stripped) > _LONGEST or not _ANY_YEAR.search(stripped):
        return None
    if moment := _UTC.fullmatch(stripped):
        return _in_wib(iso(moment["day"]), int(moment["hour"]))
    for pattern in _PATTERNS:
        match = pattern.fullmatch(stripped)
        found = _value(match.groupdict()) if match else None
        if found:
            return found
    return None


def _in_wib(day: str | None, hour: int) -> str | None:
    """Return the day that a day and an hour in UTC are in western Indonesia."""
    if day is None or len(day) != len("2025-11-03"):  # a month, or a range of days
        return None
    return (date.fromisoformat(day) + timedelta(hour + _AHEAD >= 24)).isoformat()


def _value(parts: Mapping[str, Any]) -> str | None:
    year = int(parts["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if american := _american(year, parts):
        return american
    name = parts.get("month")
    month = MONTHS.get(name.lower()) if name else int(parts.get("number") or parts["iso_month"])
    end_name = parts.get("end_month")
    end_month = MONTHS.get(end_name.lower()) if end_name else month
    if not month or not end_month:
        return None
    if not parts.get("day"):
        first = f"{year}-{month:02}"
        return f"{year}-{end_month:02}/{first}" if end_name else first
    begin = _day(year, month, parts["day"])
    if parts.get("last") is None:
        return begin
    end = _day(year, end_month, parts["last"])
    return f"{begin}/{end}" if begin and end else None


def _american(year: int, parts: Mapping[str, Any]) -> str | None:
    """Return the day of two figures, the month first, if only so it is the weekday named."""
    named = parts.get("weekday") or parts.get("english")
    if not named or not parts.get("number"):
        return None
    weekday = _WEEKDAYS[named[:3].lower()]
    usual = _day(year, int(parts["number"]), parts["day"])
    found = _day(year, int(parts["day"]), parts["number"])
    told = [
        day is not None and date.fromisoformat(day).weekday() == weekday for day in (usual, found)
    ]
    return found if told == [False, True] else None


def _day(year: int, month: int, day: str) -> str | None:
    try:
        return date(year, month, int(day)).isoformat()
    except ValueError:
        return None
