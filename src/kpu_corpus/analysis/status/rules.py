"""The rules of status by name, in the order of their numbers.

- ``name``: the whole hit stands inside the name of an institution, a person, an event, a programme,
  an award or a work, a law's title or a motto, or is the name of the programme (BerAKHLAK).
- ``quoted``: it stands in a label in quotation marks: a title (its words capitalised, no list of
  six or more) or what follows *bertema*, *slogan*, *istilah* … . Speech that is quoted counts as
  any other sentence.
- ``refused``: a negator before what the value forbids (*tanpa korupsi*, *bukan alasan mencuri*):
  asserted, or ``aspired`` where a modal stands before it (*tidak akan menerima suap*).
- ``regretted``: a negator before the value, and in the unit a cue of regret, condition, demand or
  consequence (*akibat aparat tidak netral*), or a negator that blames (*enggan melayani*): the lack
  is regretted, so the value is asserted; the cue is the word that says so.
- ``negated``: a negator before the value and no such cue (*pegawai itu tidak netral*), or one that
  denies that the value is the matter (*tidak membahas netralitas*, *bukan soal disiplin*). A
  negator that is itself denied (*tidak bisa tidak netral*, *tidak kurang disiplin*, *tidak ada
  pegawai yang tidak jujur*), or whose word takes from the value (*tidak meragukan kejujuran*,
  *tidak akan mengkhianati integritas*), denies nothing.
- ``aspired``: a word of duty, wish or resolve stands before it or in it; or it opens its clause and
  one of duty stands close behind it (*netralitas itu wajib dijaga*), which of *wajib* and *perlu*
  holds where something is done or nothing follows (*pelayanan perlu inovasi* says what it needs),
  and of *akan* where that is planned (*netralitas akan saya jaga*).
- ``asserted``: everything else.
"""

COUNTED = ("asserted", "aspired")
STATUSES = ("asserted", "aspired", "negated", "name", "quoted")
# What a theme counts: a value where it is stated; a topic wherever it is mentioned at all.
COUNTS = {"stated": COUNTED, "mentions": (*COUNTED, "negated")}
# The rules and the status that each gives.
RULES = {
    "stated": "asserted",
    "modal": "aspired",
    "negator": "negated",
    "regretted": "asserted",
    "refused": "asserted",
    "motto": "name",
    "institution": "name",
    "law_title": "name",
    "label": "quoted",
}
STATED, MODAL, NEGATOR, REGRETTED, REFUSED, MOTTO, INSTITUTION, LAW_TITLE, LABEL = range(len(RULES))
