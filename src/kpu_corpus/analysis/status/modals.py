"""The words of duty, wish or resolve around a hit, and those beside which they are none."""

from __future__ import annotations

from kpu_corpus.analysis.status.cues import CAUSES, CONDITIONS, NEGATORS, NOTED
from kpu_corpus.analysis.status.marks import BESIDE_HITS, BESIDE_MODALS

_mark, _beside = BESIDE_HITS.bit, BESIDE_MODALS.bit

# What may also stand behind the value that it demands: "netralitas wajib dijaga".
_DEMANDS = (
    "harus haruslah seharusnya harusnya wajib perlu mesti semestinya mestinya hendaknya hendaklah "
    "sebaiknya seyogianya seyogyanya sepatutnya selayaknya sepantasnya"
)
DEMANDS = _mark(_DEMANDS)
ASPIRATIONS = (
    f"{_DEMANDS} "
    "perlunya akan takkan bakal hendak ingin bertekad tekad berharap harapan harapannya diharap "
    "diharapkan semoga moga-moga mudah-mudahan berkomitmen dituntut diharuskan mengharuskan "
    "diwajibkan mewajibkan bercita-cita cita-cita cita-citaku cita-citanya berjanji bersumpah "
    "berniat berencana berikrar siap mari marilah ayo andai andaikan andaikata seandainya "
    "sekiranya kiranya biarlah impianku mimpiku doaku memimpikan mengimpikan mendambakan dambaan "
    "mengidamkan merindukan bermimpi saatnya"
)
ASPIRES = _mark(ASPIRATIONS)
IS_AKAN, PERMITS = _beside("akan"), _beside("boleh")
# Of oneself it resolves ("kami mau terbuka"); of others it tells ("pegawai yang mau belajar").
PROMISES = _beside("mau")
IS_SELF = _beside("saya aku gue kami kita")
# What may stand between the two: "kami semua juga mau".
STANDS_BETWEEN = _beside(
    "juga pun semua semuanya sepakat tetap selalu pasti sendiri pribadi hanya cuma memang"
)
# What comes behind them is so, whatever should be: "yang seharusnya jujur, nyatanya ikut korupsi",
# "kami harus senang karena pegawai jujur"; or it is supposed: "kita perlu waspada bila ia curang".
# "norma harus ditaati, sedangkan integritas ialah kejujuran" sets something beside it.
STATES_FACT = _mark(CAUSES, CONDITIONS, "padahal nyatanya kenyataannya faktanya sedangkan")
# So is what they concede, up to the next comma: "kami harus tegas meski warga jujur".
CONCEDES = _beside("meski meskipun walau walaupun kendati kendatipun biarpun")
# "… harus cepat," kata petugas yang ramah: what stands behind them is no part of what was said.
SPEAKS = _beside(
    "kata ujar ucap tutur ungkap papar imbuh pungkas urai katanya ujarnya ucapnya tuturnya "
    "ungkapnya paparnya imbuhnya pungkasnya tegasnya jelasnya tambahnya lanjutnya"
)
# "kami harus cepat, tetapi kami jujur": with a person of its own another clause begins behind them,
# as with LEADS_TO_FACT.
TURNS = _beside("namun tetapi tapi")
# With one of these behind it a turn tells what is so: "… namun integritas kami sudah teruji"; and a
# relative clause ends before them: "rapat yang harus membahas gaji itu justru …".
LEADS_TO_FACT = _beside("justru malah sudah telah ternyata")
# Two demands also stand before a noun, and demand nothing of what is before them then:
# "pelayanan perlu inovasi", "integritas wajib pajak".
STANDS_BEFORE_NOUNS = _mark("wajib perlu")
# What may stand before a value that is demanded; what stands behind jika or ketika is supposed.
LEADS_TO_DEMANDED = _mark(
    "bahwa maka tetapi tapi namun karena sebab sehingga karenanya jadi artinya tentu tentunya "
    "demikian akhirnya intinya kini sekarang besok kelak nanti selanjutnya terlebih apalagi "
    "yakin percaya merasa sepakat setuju bilang berpendapat"
)
# So may these behind a person: "saya sadar disiplin harus", but not "warga sadar disiplin harus".
KNOWS = _beside("rasa pikir sadar paham tahu menyadari memahami")
# So may "itu" behind these: "oleh karena itu integritas harus dijaga"; but "jika itu pelayanan".
POINTS = _beside("itu itulah tersebut")
LEADS_TO_THAT = _beside("karena sebab untuk dari selain")
# And who or what it is said of: "bagi saya integritas harus dijaga", "saat ini", "ke depan".
IS_ONE, LEADS_TO_ONE = (
    _beside("saya kami kita ini depan depannya saja"),
    _beside("bagi menurut saat hari ke tentu"),
)
# Phrases that may stand before it begin with one of these: "di era digital integritas harus".
OPENS_PHRASE = _beside(
    "di pada dalam sebagai bagi menurut untuk melalui lewat dengan terhadap antara demi atas "
    "sesuai terkait selain selama sepanjang sejak oleh seiring bersama ke mulai setelah saat"
)
LEADS_TO_ATTRIBUTE = _beside(
    "bidang rangka segi aspek urusan hukuman aturan asas prinsip nilai kasus perkara negara sistem "
    "alam iklim"
)
ENDS_PHRASE = _beside("ini itu tersebut pun")
_PERSONS = "saya aku kami kita anda kamu kalian ia dia beliau mereka"
IS_PERSON = _mark(_PERSONS)
# Besides verbs in di-, what shows that something is to be done: "perlu kita rawat". Others in me-
# are the duties of somebody: "penyedia layanan wajib menyimpan data".
LEADS_TO_VERB = _mark(
    _PERSONS,
    "terus selalu senantiasa tetap segera menjadi melekat mendapat mendapatkan tertanam terjaga "
    "terpelihara terwujud tercermin",
)

# What may stand between akan and what is done: "akan terus kami jaga".
STANDS_BEFORE_VERB = _beside(
    "terus selalu senantiasa tetap segera kembali juga lebih makin semakin"
)
# What is planned for a value or against what it forbids, and does not only happen: not "integritas
# akan diuji", "korupsi akan dilakukan".
IS_PLANNED = _beside(
    "dijaga ditegakkan diperkuat ditingkatkan dirawat dipegang dijunjung diterapkan diwujudkan "
    "ditanamkan dibangun dikembangkan dipertahankan dipelihara diutamakan dikedepankan "
    "diprioritaskan dibiasakan dipupuk dibina dilatih diperbaiki dibenahi disempurnakan diperluas "
    "dipererat ditumbuhkan digalakkan dimantapkan dioptimalkan dimaksimalkan dilestarikan "
    "diperjuangkan diberantas diperangi ditindak"
)
# Nor is what a writer tells of or comes to feel: "integritas akan saya bahas", "akan kita nikmati".
IS_TOLD = _beside(
    "bahas ulas kupas uraikan jelaskan paparkan ceritakan tulis sampaikan bagikan soroti singgung "
    "lihat dengar uji nilai nikmati rasakan alami dapatkan temukan hadapi butuhkan perlukan"
)

_wish = BESIDE_MODALS.beside
_OURS = "saya kami kita aku terbesar"
# Words that wish where some others come next: "impian saya", "doa agar".
WISHED = (
    _wish("impian mimpi angan-angan niat target resolusi ikrar", before=_OURS),
    # "tidak boleh memihak" demands, "tidak akan merusak" resolves
    _wish(NEGATORS, before="boleh akan"),
    _wish("doa doanya berdoa mendoakan", before=f"{_OURS} agar supaya semoga"),
)

# "mereka yang ingin merusak demokrasi", "pejabat yang ingin dilayani" wish for none of it.
_HARMS = (
    "mencederai menciderai menodai mencoreng merusak merugikan melemahkan meruntuhkan menggerus "
    "menghancurkan mengikis mengurangi menghambat mengganggu mengancam membahayakan menimbulkan "
    "menyebabkan mengakibatkan memicu berdampak berujung kehilangan merosot menurun hilang runtuh "
    "hancur rusak "
    "luntur pudar gagal rugi sia-sia"
)
# Words that are no modals after some words, or before some: "akan tetapi", "bakal calon".
_void = BESIDE_MODALS.beside
VOIDED = (
    # "mungkin akan dihadapi" foresees, it does not promise
    _void(ASPIRATIONS, after="mungkin barangkali diperkirakan diprediksi"),
    # "sadar akan tugas", "kesadaran akan tugas": a preposition, as before nouns (``is_noun``)
    _void(
        "akan",
        after="sadar menyadari haus lupa ingat takut butuh rindu yakin peduli cinta kaya paham "
        "hormat patuh taat setia bangga penuh senang puas gemar bosan jemu muak kagum peka "
        "cuek acuh mengerti memahami mengetahui silau tergiur terlena cemas khawatir benci "
        "percaya dahaga lapar rakus tahu mengingatkan diingatkan menyadarkan disadarkan "
        "kesadaran kebutuhan kepedulian kecintaan kerinduan "
        "ketakutan kekhawatiran kepercayaan keyakinan pemahaman pengetahuan",
        before=f"{_HARMS} tetapi tapi pentingnya perlunya adanya hal arti makna nilai tugas",
    ),
    _void("ingin hendak mau", before=f"{_HARMS} dilayani"),
    # "keluarga berencana", "mewakili ribuan harapan warga", "mengejar cita-cita", "sesuai harapan":
    # a programme, and a thing to be carried, run after or measured by
    _void(
        "berencana harapan harapannya cita-cita",
        after="keluarga pembunuhan mewakili memikul menanggung puluhan ratusan ribuan jutaan "
        "mengejar meraih menggapai sesuai dari atas memenuhi melebihi",
    ),
    # "wajib pajak yang jujur": who pays, not a duty
    _void("wajib", before="pajak retribusi militer"),
    # "harus diakui, pelayanan membaik": so it is
    _void(_DEMANDS, before=f"{NOTED} diakui"),
    _void("bakal", before="calon pasangan kandidat"),
    # "saya ingin membahas integritas", "studi ini hendak menelaah": what the text does
    _void(
        "ingin hendak mau akan",
        before="membahas mengulas membicarakan menceritakan bercerita mengatakan mengingatkan "
        "bertanya menanyakan menulis menuliskan mengupas memaparkan menguraikan menyoroti "
        "menyinggung cerita berbagi mengetahui menelaah mengkaji meneliti menganalisis "
        "menelusuri meninjau",
    ),
    _void("kiranya", before=CONDITIONS),  # "tidak berlebihan kiranya bila": perhaps
    _void("ingin", before="tahu"),  # curious
    # "tidak perlu takut" demands nothing, "tidak mau" refuses, "mau gak mau" is forced, "yang mau
    # kita bahas" tells what the text does
    _void("perlu harus wajib mesti mau siap", after=NEGATORS),
    _void("mau", after="yang", before=NEGATORS),
    _void(
        "semestinya mestinya seharusnya harusnya sepatutnya selayaknya",
        after="sebagaimana seperti dengan dari",
    ),
    _void("selayaknya", before="sebuah seorang suatu"),  # like one
)
