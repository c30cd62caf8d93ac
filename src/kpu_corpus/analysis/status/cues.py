"""The words around a hit that decide its status."""

from __future__ import annotations

from typing import NamedTuple

from kpu_corpus.indonesian.lists.stopwords import NEGATION

# Colloquial forms (gak, kudu) are read as the formal ones (``indonesian.lists.colloquial``).
# Refusing is a verb and may be a topic, so that these words are no function words, but it denies
# a value.
# "alih-alih netral", "boro-boro jujur", "bukannya melayani": so far from it that something else
# was done.
REFUSALS = frozenset("enggan ogah emoh alih-alih boro-boro bukannya".split())
NEGATORS = NEGATION | REFUSALS
# "jauh dari transparan", "jauh dari kata jujur" deny; "jauh dari kantor pelayanan" is a distance.
FAR = frozenset({"jauh"})
FROM = frozenset({"dari"})
TERMS = frozenset("kata sikap sifat nilai prinsip semangat kesan sebutan".split())
# "tidak hanya integritas" adds to a value, "tak pernah luntur", "tidak lepas dari" keep it.
ADDITIVE = frozenset(
    "hanya sekadar sekedar cuma saja semata semata-mata sebatas melulu lain".split()
)
# Behind the value they add to it as well: "bukan integritas saja", "tidak disiplin saja".
ONLY = frozenset("saja semata semata-mata belaka melulu doang".split())
PLAIN = frozenset("tidak tidaklah tak bukan bukanlah".split())
KEEPING = frozenset(
    "luntur pudar lepas terlepas lekang hilang henti hentinya henti-henti henti-hentinya berhenti "
    "putus putus-putus putus-putusnya habis-habisnya jemu jemu-jemunya lelah bosan bosan-bosannya "
    "letih surut padam patah kendur kendor memudar melemah menurun berkurang sirna kehilangan "
    "goyah tergoyahkan tergerus terkikis ternoda tercoreng tergadaikan gentar ragu lupa "
    "melupakan meninggalkan ditinggalkan mengabaikan diabaikan "
    "mengurangi diragukan kalah kunjung meragukan menyangsikan disangsikan mempertanyakan "
    "dipertanyakan mengkhianati menghianati dikhianati berkhianat khianat mengorbankan dikorbankan "
    "mengingkari diingkari ingkar menodai dinodai mencederai menciderai dicederai mencoreng "
    "merusak melanggar melalaikan lalai menggadaikan digadaikan menjual menanggalkan "
    "mengesampingkan dikesampingkan menyepelekan meremehkan menyia-nyiakan menyiakan melepaskan "
    "segan sungkan malu gengsi takut malas absen luput alpa mustahil "
    "kompromi berkompromi terpisahkan dipisahkan terpisah dipungkiri dimungkiri memungkiri "
    "disangkal menyangkal dibantah terbantahkan terelakkan heran mengherankan pelak ayal main-main "
    "tanggung-tanggung setengah-setengah".split()
)
# "tidak sesuai dengan integritas", "tidak puas dengan pelayanan" measure by a value.
MEASURING = frozenset("puas relevan sesuai sejalan selaras sebanding sepadan".split())
JOINING = frozenset({"dan", "dan/atau", "atau"})
CONDITIONS = frozenset("bila kalau jika apabila jikalau bilamana".split())
# "ia tidak ribet dan ramah", "tidak sombong dalam pelayanan": a fault that is denied speaks well of
# what comes behind it.
FAULTS = frozenset(
    "ribet rumit repot bertele-tele berbelit berbelit-belit kaku lama lamban lambat mahal ngaret "
    "cuek acuh galak judes jutek ketus kasar sombong angkuh arogan pelit egois "
    "manja boros serakah rakus licik curang korup menipu mengeluh menyerah menggurui mempersulit "
    "dipersulit menyusahkan membosankan pilih-pilih tergesa-gesa terburu-buru".split()
)
# "suka (atau) tidak suka kita netral"
WILLS = frozenset("suka mau ingin senang rela".split())
# "jangan sampai netralitas tergadai" guards the value.
WARNINGS = frozenset({"jangan", "janganlah"})
# What makes a second negator deny the first one, by how far it reaches: "tidak bisa tidak netral";
# "tidak mungkin kami tidak netral"; "tidak ada pegawai yang tidak netral".
ALLOWING = frozenset("bisa dapat boleh pernah akan".split())
SUPPOSING = frozenset("mungkin berarti sampai".split())
# "tidak melihat pegawai yang tidak netral"
BELIEVING = frozenset("melihat menemukan menganggap".split())
# "tidak punya pegawai yang jujur" says it of none, as "tidak ada" does.
EXISTING = frozenset("ada punya memiliki mempunyai satu satupun seorang seorangpun pun".split())
# What may stand between "tidak ada pegawai yang" and the value that none has.
HAVING = (
    ALLOWING
    | WILLS
    | frozenset(
        "mampu sanggup berani sempat bersikap bertindak bekerja benar-benar sungguh".split()
    )
)
# "bukan alasan untuk tidak netral", "menolak untuk tidak netral"
PRETEXTS = frozenset("untuk alasan dalih pembenaran".split())
REJECTING = frozenset({"menolak"})
# "siapa bilang kami tidak netral", "kata siapa kami tidak netral"
WHOSE = frozenset({"siapa", "kata"})
CLAIMS = frozenset({"bilang", "siapa"})
# Where another clause begins, which a second negator does not reach.
CLAUSES = frozenset(
    "dan atau serta tetapi tapi sehingga maka karena sebab bahwa jika kalau bila apabila ketika "
    "saat agar supaya meski meskipun walau walaupun".split()
)
# Before the lack they regret it, as a cause does; behind it they tell of it alone ("petugas tidak
# netral ketika menghitung suara"), but not of what comes of it: "… sehingga warga marah".
OCCASIONS = frozenset("ketika agar supaya".split())
# A negator before them denies nothing behind them: "ia tidak pintar tetapi jujur";
# right behind the negator it is denied itself: "bukan demi integritas".
HALTS = OCCASIONS | frozenset(
    "tetapi tapi namun melainkan sedangkan meski meskipun walau walaupun demi selain "
    "kecuali".split()
)
# "tidak jujur karena takut, tetapi karena iman": what is denied is the one reason.
CONTRASTS = frozenset("tetapi tapi melainkan".split())
REASONS = frozenset(
    "karena sebab dari untuk demi dengan lewat melalui supaya agar lantaran berkat kepada".split()
)
IDENTITY = frozenset("bukan bukanlah".split())
# "bukan kemurahan penguasa, melainkan hak rakyat": what is the case comes behind it.
INSTEAD = frozenset({"melainkan"})
# "tidak membahas demokrasi", "tidak ada hubungannya dengan disiplin": the value is not the matter.
MATTERS = frozenset(
    "membahas dibahas membicarakan berbicara bicara menyangkut berkaitan terkait berhubungan "
    "hubungan hubungannya kaitan kaitannya menyinggung soal tentang mengenai menyebut termasuk "
    "membutuhkan memerlukan perlu harus wajib".split()
)
# Words of regret that are so behind a negator, too: "tidak adanya integritas", "yang tidak disiplin
# tidak ditegur"; but "tidak membuat".
UNDENIED = frozenset(
    "adanya optimalnya boleh ditegur menegur dihukum menghukum ditindak menindak".split()
)
# With one of these in the unit, a value that lacks is regretted, feared, forbidden or demanded;
# who will not have it is blamed by that word alone: "petugas itu enggan melayani".
REGRETS = (
    REFUSALS
    | UNDENIED
    | frozenset(
        "masalah masalahnya permasalahan persoalan persoalannya kendala hambatan tantangan ancaman "
        "keluhan mengeluh mengeluhkan dikeluhkan sayang sayangnya disayangkan menyayangkan "
        "menyesal menyesalkan disesalkan ironis ironisnya miris prihatin keprihatinan kecewa "
        "mengecewakan padahal seharusnya semestinya masih akibat akibatnya mengakibatkan penyebab "
        "menyebabkan disebabkan menimbulkan berdampak dampak dampaknya berujung memicu sehingga "
        "maka risiko berisiko rawan rentan bahaya berbahaya membahayakan mengancam terancam jika "
        "jikalau apabila bila bilamana kalau kalaulah kalaupun seandainya andai andaikan "
        "harus haruslah wajib perlu mesti dilarang larangan sanksi hukuman pelanggaran "
        "melanggar melemahkan lemah lemahnya merusak rusak merugikan rugi mencederai menodai "
        "mencoreng meruntuhkan runtuh menghancurkan hancur menggerus mengikis menghambat "
        "mengganggu terganggu gagal kegagalan sulit mustahil sia-sia percuma kehilangan hilang "
        "buruk buruknya krisis kritik mengkritik dikritik protes menuntut dituntut tuntutan "
        "dinilai menilai dianggap menganggap dipandang dituding menuding tudingan dituduh menuduh "
        "tuduhan diduga dugaan disinyalir ditengarai dicap terkesan kesan indikasi disorot "
        "menyoroti sorotan dikecam mengecam kecaman menertibkan oknum suap pungli resah meresahkan "
        "kesal cemas marah muak diragukan curiga mencurigai kecurigaan korban korupsi takut "
        "khawatir dikhawatirkan bukankah mengapa kenapa penyakit parah memprihatinkan memalukan "
        "malu salah kesalahan dosa penyebabnya kelemahan kekurangan minimnya kurangnya rendahnya "
        "sebagian kebanyakan mayoritas banyak separuh membuat membikin cenderung justru malah "
        "kacau berantakan tertunda terbengkalai telantar terlantar betapa alangkah".split()
    )
)
# "salah satu pegawai" is at no fault.
FAULT = frozenset({"salah"})
# What "perlu" asks to be done about what is told next: it regrets nothing.
NOTED = frozenset("diketahui diingat dicatat digarisbawahi dipahami disadari".split())
# "lebih baik kalah daripada tidak jujur": a lack to shun.
COMPARING = frozenset({"daripada", "ketimbang"})
# "sikap tidak jujur" names it, as ketidakjujuran does.
NAMED_LACKS = frozenset(
    "sikap perbuatan tindakan kelakuan perilaku cara cara-cara budaya kebiasaan tradisi "
    "kemungkinan kecenderungan potensi gejala tanda-tanda".split()
)
# "tidak jujur adalah dosa": what a lack amounts to.
DEFINING = frozenset("adalah ialah merupakan berarti".split())
# "yang tidak jujur akan tersingkir": what comes of it; "atasan saya yang tidak jujur akan pensiun",
# behind one of KNOWN before "yang", is told of somebody.
FORETELLING = frozenset("akan bakal pasti niscaya".split())
KNOWN = frozenset("saya aku kami kita beliau itu ini tersebut".split())
# What is said of what has a value or lacks it: "jabatan tanpa integritas hanya hiasan".
PREDICATES = frozenset(
    "itu adalah ialah akan bisa dapat hanya hanyalah cuma ibarat bagai bagaikan laksana seperti "
    "menjadi justru mudah".split()
)
# A cause that stands before the lack makes the lack the cause; after it ("saya belum disiplin,
# sebab rumah saya jauh") it only explains it.
CAUSES = frozenset({"sebab", "karena", "lantaran", "gara-gara"})
# "apa artinya jabatan tanpa integritas" denies as "tidak ada artinya" does.
ASKING = frozenset({"apa", "apalah"})
WORTH = frozenset("arti artinya guna gunanya jadinya makna maknanya faedahnya".split())
# What may also stand behind the value that it demands: "netralitas wajib dijaga".
DEMANDS = frozenset(
    "harus haruslah seharusnya harusnya wajib perlu mesti semestinya mestinya hendaknya hendaklah "
    "sebaiknya seyogianya seyogyanya sepatutnya selayaknya sepantasnya".split()
)
ASPIRATIONS = DEMANDS | frozenset(
    "perlunya akan takkan bakal hendak ingin bertekad tekad berharap harapan harapannya diharap "
    "diharapkan semoga moga-moga mudah-mudahan berkomitmen dituntut diharuskan mengharuskan "
    "diwajibkan mewajibkan bercita-cita cita-cita cita-citaku cita-citanya berjanji bersumpah "
    "berniat berencana berikrar siap mari marilah ayo andai andaikan andaikata seandainya "
    "sekiranya kiranya biarlah impianku mimpiku doaku memimpikan mengimpikan mendambakan dambaan "
    "mengidamkan merindukan bermimpi saatnya".split()
)
# Of oneself it resolves ("kami mau terbuka"); of others it tells ("pegawai yang mau belajar").
PROMISES = frozenset({"mau"})
SELVES = frozenset("saya aku gue kami kita".split())
# What may stand between the two: "kami semua juga mau".
BETWEEN = frozenset(
    "juga pun semua semuanya sepakat tetap selalu pasti sendiri pribadi hanya cuma memang".split()
)
# What comes behind them is so, whatever should be: "yang seharusnya jujur, nyatanya ikut korupsi",
# "kami harus senang karena pegawai jujur"; or it is supposed: "kita perlu waspada bila ia curang".
# "norma harus ditaati, sedangkan integritas ialah kejujuran" sets something beside it.
FACTS = CAUSES | CONDITIONS | frozenset("padahal nyatanya kenyataannya faktanya sedangkan".split())
# So is what they concede, up to the next comma: "kami harus tegas meski warga jujur".
CONCESSIONS = frozenset("meski meskipun walau walaupun kendati kendatipun biarpun".split())
# "… harus cepat," kata petugas yang ramah: what stands behind them is no part of what was said.
SPEECH = frozenset(
    "kata ujar ucap tutur ungkap papar imbuh pungkas urai katanya ujarnya ucapnya tuturnya "
    "ungkapnya paparnya imbuhnya pungkasnya tegasnya jelasnya tambahnya lanjutnya".split()
)
# "kami harus cepat, tetapi kami jujur": with a person of its own another clause begins behind them,
# as with BEFORE_FACTS.
TURNS = frozenset("namun tetapi tapi".split())
# "namun ketika rapat sudah dimulai, tetap disiplin": what is so is the occasion.
SUBORDINATE = frozenset(
    "jika kalau bila apabila ketika saat setelah sesudah sejak karena meski meskipun walau "
    "walaupun".split()
)
# "rapat yang harus membahas gaji itu menguji integritas": before a verb they end what yang began,
# as "hari ini" does not.
POINTING = frozenset({"itu", "tersebut"})
# They show as well that the verb of the sentence follows, "gaji itu justru", and that what stands
# behind a turn is so: "kami harus cepat, namun integritas kami sudah teruji".
BEFORE_FACTS = frozenset("justru malah sudah telah ternyata".split())
# Two demands also stand before a noun, and demand nothing of what is before them then:
# "pelayanan perlu inovasi", "integritas wajib pajak".
BEFORE_NOUNS = frozenset({"wajib", "perlu"})
# What may stand before a value that is demanded; what stands behind jika or ketika is supposed.
DEMANDED_AFTER = frozenset(
    "bahwa maka tetapi tapi namun karena sebab sehingga karenanya jadi artinya tentu tentunya "
    "demikian".split()
)
# So may "itu" behind these: "oleh karena itu integritas harus dijaga"; but "jika itu pelayanan".
BEFORE_THAT = frozenset("karena sebab untuk dari selain".split())
PERSONS = frozenset("saya aku kami kita anda kamu kalian ia dia beliau mereka".split())
# Besides verbs in di-, what shows that something is to be done: "perlu kita rawat".
BEFORE_VERBS = PERSONS | frozenset("terus selalu senantiasa tetap segera menjadi".split())
# "mungkin akan dihadapi" foresees, it does not promise.
FORESEEN = frozenset({"mungkin", "barangkali", "diperkirakan", "diprediksi"})
# "mereka yang ingin merusak demokrasi", "pejabat yang ingin dilayani" wish for none of it.
HARMS = frozenset(
    "mencederai menciderai menodai mencoreng merusak merugikan melemahkan meruntuhkan menggerus "
    "menghancurkan mengikis mengurangi menghambat mengganggu mengancam membahayakan menimbulkan "
    "menyebabkan mengakibatkan memicu berdampak berujung kehilangan merosot menurun hilang runtuh "
    "hancur rusak "
    "luntur pudar gagal rugi sia-sia".split()
)


class Wish(NamedTuple):
    """Words that wish where some others come next: "impian saya", "doa agar"."""

    words: frozenset[str]
    before: frozenset[str]


_OURS = frozenset("saya kami kita aku terbesar".split())

WISHES = (
    Wish(frozenset("impian mimpi angan-angan niat target resolusi ikrar".split()), _OURS),
    # "tidak boleh memihak" demands, "tidak akan merusak" resolves
    Wish(NEGATORS, frozenset({"boleh", "akan"})),
    Wish(frozenset("doa doanya berdoa mendoakan".split()), _OURS | {"agar", "supaya", "semoga"}),
)


class Idle(NamedTuple):
    """Negators that deny nothing after some words and before some others, if any are given.

    Where one of the others is a hit itself, it is denied.
    """

    words: frozenset[str]
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


IDLE = (
    Idle(PLAIN, before=frozenset({"sedikit"})),
    # "tidak jarang integritas diuji", "tidak mudah menjaga integritas"
    Idle(
        NEGATORS,
        before=frozenset(
            "jarang mudah gampang semudah segampang sulit susah selamanya serta-merta "
            "otomatis disadari disangka terasa".split()
        ),
    ),
    # "keterbatasan bukan halangan untuk belajar", "tanpa kendala kami melayani"
    Idle(NEGATORS, before=frozenset("halangan penghalang hambatan kendala rintangan".split())),
    Idle(NEGATORS, before=frozenset({"semua", "semuanya"})),  # "tidak semua desa transparan"
    Idle(NEGATORS, before=frozenset({"dan"})),  # "berani bilang tidak dan jujur"
    Idle(PLAIN, after=frozenset({"paling"})),  # at least
    Idle(
        PLAIN,
        after=frozenset({"secara", "maupun", "atau", "ataupun"}),
        before=frozenset({"langsung"}),
    ),
    Idle(frozenset({"belum"}), before=frozenset({"lagi"})),  # not to mention
    Idle(
        frozenset({"tanpa"}),
        before=frozenset(
            "kecuali terkecuali ampun henti hentinya pamrih diminta disuruh paksaan pandang kenal "
            "sadar sengaja batas jeda basa-basi mengeluh membedakan membeda-bedakan".split()
        ),
    ),
    Idle(IDENTITY, after=CONDITIONS),  # "siapa lagi kalau bukan kita yang jujur" denies others
)


class Void(NamedTuple):
    """Words that are no modals after some words, or before some: "akan tetapi", "bakal calon"."""

    words: frozenset[str]
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


VOIDS = (
    Void(ASPIRATIONS, after=FORESEEN),
    # "sadar akan tugas", "kesadaran akan tugas": a preposition, as before nouns (``is_noun``)
    Void(
        frozenset({"akan"}),
        after=frozenset(
            "sadar menyadari haus lupa ingat takut butuh rindu yakin peduli cinta kaya paham "
            "hormat patuh taat setia bangga penuh senang puas gemar bosan jemu muak kagum peka "
            "cuek acuh mengerti memahami mengetahui silau tergiur terlena cemas khawatir benci "
            "percaya dahaga lapar rakus tahu mengingatkan diingatkan menyadarkan disadarkan "
            "kesadaran kebutuhan kepedulian kecintaan kerinduan "
            "ketakutan kekhawatiran kepercayaan keyakinan pemahaman pengetahuan".split()
        ),
        before=HARMS
        | frozenset("tetapi tapi pentingnya perlunya adanya hal arti makna nilai tugas".split()),
    ),
    Void(frozenset("ingin hendak mau".split()), before=HARMS | {"dilayani"}),
    # "keluarga berencana", "mewakili ribuan harapan warga", "mengejar cita-cita", "sesuai harapan":
    # a programme, and a thing to be carried, run after or measured by
    Void(
        frozenset({"berencana", "harapan", "harapannya", "cita-cita"}),
        after=frozenset(
            "keluarga pembunuhan mewakili memikul menanggung puluhan ratusan ribuan jutaan "
            "mengejar meraih menggapai sesuai dari atas memenuhi melebihi".split()
        ),
    ),
    # "wajib pajak yang jujur": who pays, not a duty
    Void(frozenset({"wajib"}), before=frozenset("pajak retribusi militer".split())),
    # "harus diakui, pelayanan membaik": so it is
    Void(DEMANDS, before=NOTED | {"diakui"}),
    Void(frozenset({"bakal"}), before=frozenset("calon pasangan kandidat".split())),
    # "saya ingin membahas integritas", "studi ini hendak menelaah": what the text does
    Void(
        frozenset("ingin hendak mau akan".split()),
        before=frozenset(
            "membahas mengulas membicarakan menceritakan bercerita mengatakan mengingatkan "
            "bertanya menanyakan menulis menuliskan mengupas memaparkan menguraikan menyoroti "
            "menyinggung cerita berbagi mengetahui menelaah mengkaji meneliti menganalisis "
            "menelusuri meninjau".split()
        ),
    ),
    # "tidak berlebihan kiranya bila": perhaps
    Void(frozenset({"kiranya"}), before=CONDITIONS),
    # "ingin tahu": curious
    Void(frozenset({"ingin"}), before=frozenset({"tahu"})),
    # "tidak perlu takut" demands nothing, "tidak mau" refuses, "mau tidak mau" is forced, "yang mau
    # kita bahas" tells what the text does
    Void(frozenset("perlu harus wajib mesti mau siap".split()), after=NEGATORS),
    Void(frozenset({"mau"}), after=frozenset({"yang"}), before=NEGATORS),
    Void(
        frozenset("semestinya mestinya seharusnya harusnya sepatutnya selayaknya".split()),
        after=frozenset({"sebagaimana", "seperti", "dengan", "dari"}),
    ),
    Void(frozenset({"selayaknya"}), before=frozenset({"sebuah", "seorang", "suatu"})),  # like one
)
