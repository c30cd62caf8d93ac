"""The words around a hit that deny it, or that regret its lack."""

from __future__ import annotations

from kpu_corpus.analysis.status.marks import BESIDE_HITS, BESIDE_NEGATORS
from kpu_corpus.indonesian.lists.stopwords import NEGATION

_mark, _idiom = BESIDE_HITS.bit, BESIDE_NEGATORS.bit

# Colloquial forms (gak, kudu) are read as the formal ones (``indonesian.lists.colloquial``).
# Refusing is a verb and may be a topic, so that these words are no function words, but it denies
# a value.
# "alih-alih netral", "boro-boro jujur", "bukannya melayani": so far from it that something else
# was done.
_REFUSALS = "enggan ogah emoh alih-alih boro-boro bukannya"
NEGATORS = NEGATION | {*_REFUSALS.split()}
NEGATES, DENIES = _mark(NEGATORS), _idiom(NEGATORS)
_PLAIN = "tidak tidaklah tak bukan bukanlah"
IS_PLAIN = _idiom(_PLAIN)
_IDENTITY = "bukan bukanlah"
IDENTIFIES = _mark(_IDENTITY)
IS_WITHOUT = _mark("tanpa")
# "jauh dari transparan", "jauh dari kata jujur" deny; "jauh dari kantor pelayanan" is a distance.
IS_FAR, IS_FROM = _mark("jauh"), _mark("dari")
IS_TERM = _mark("kata sikap sifat nilai prinsip semangat kesan sebutan")
# "bukan kemurahan penguasa, melainkan hak rakyat": what is the case comes behind it.
IS_INSTEAD = _mark("melainkan")

_JOINING = "dan dan/atau atau"
JOINS, LINKS = _mark(_JOINING), _idiom(_JOINING)
IS_WHO, SINGLES_OUT = _mark("yang"), _idiom("yang")
IS_BREAK = _mark("dan atau serta tetapi tapi sehingga karena sebab yang")
CONDITIONS = "bila kalau jika apabila jikalau bilamana"

# "tidak hanya integritas" adds to a value, "tak pernah luntur", "tidak lepas dari" keep it.
_ADDITIVE = "hanya sekadar sekedar cuma saja semata semata-mata sebatas melulu lain"
IS_MERE = _mark(_ADDITIVE)
# Behind the value they add to it as well: "bukan integritas saja", "tidak disiplin saja".
IS_ONLY = _idiom("saja semata semata-mata belaka melulu doang")
_KEEPING = (
    "luntur pudar lepas terlepas lekang hilang henti hentinya henti-henti henti-hentinya berhenti "
    "putus putus-putus putus-putusnya habis-habisnya jemu jemu-jemunya lelah bosan bosan-bosannya "
    "letih surut padam patah kendur kendor memudar melemah menurun berkurang sirna kehilangan "
    "goyah tergoyahkan tergerus terkikis ternoda tercoreng tergadaikan gentar ragu lupa "
    "melupakan meninggalkan ditinggalkan mengabaikan diabaikan "
    "mengurangi diragukan kalah kunjung meragukan menyangsikan disangsikan mempertanyakan "
    "dipertanyakan mengkhianati menghianati dikhianati berkhianat khianat mengorbankan dikorbankan "
    "mengingkari diingkari ingkar menodai dinodai mencederai menciderai dicederai mencoreng "
    "mengancam membahayakan menghambat menghalangi mengganggu merugikan melemahkan menghancurkan "
    "meruntuhkan mengikis menggerus menghilangkan memengaruhi mempengaruhi bertentangan "
    "merusak melanggar melalaikan lalai menggadaikan digadaikan menjual menanggalkan "
    "mengesampingkan dikesampingkan menyepelekan meremehkan menyia-nyiakan menyiakan melepaskan "
    "abaikan lupakan tinggalkan gadaikan khianati korbankan nodai cederai ingkari langgar remehkan "
    "sepelekan kesampingkan lepaskan hilangkan jual "
    "segan sungkan malu gengsi takut malas absen luput alpa mustahil "
    "kompromi berkompromi terpisahkan dipisahkan terpisah dipungkiri dimungkiri memungkiri "
    "disangkal menyangkal dibantah terbantahkan terelakkan heran mengherankan pelak ayal main-main "
    "tanggung-tanggung setengah-setengah"
)
KEEPS = _mark(_ADDITIVE, _KEEPING)
# "tidak sesuai dengan integritas", "tidak puas dengan pelayanan" measure by a value.
MEASURES = _mark("puas relevan sesuai sejalan selaras sebanding sepadan")
# "ia tidak ribet dan ramah", "tidak sombong dalam pelayanan": a fault that is denied speaks well of
# what comes behind it.
IS_FAULTY = _mark(
    "ribet rumit repot bertele-tele berbelit berbelit-belit kaku lama lamban lambat mahal ngaret "
    "cuek acuh galak judes jutek ketus kasar sombong angkuh arogan pelit egois "
    "manja boros serakah rakus licik curang korup menipu mengeluh menyerah menggurui mempersulit "
    "dipersulit menyusahkan membosankan pilih-pilih tergesa-gesa terburu-buru "
    "keterlambatan keluhan aduan antrean antrian kecurangan pungli pungutan calo diskriminasi "
    "penundaan pelanggaran penyimpangan intervensi intimidasi tekanan konflik"
)
# "suka (atau) tidak suka kita netral"
_WILLING = "suka mau ingin senang rela"
WILLS = _idiom(_WILLING)
# "jangan sampai netralitas tergadai" guards the value.
WARNS = _mark("jangan janganlah")

# What makes a second negator deny the first one, by how far it reaches: "tidak bisa tidak netral";
# "tidak mungkin kami tidak netral"; "tidak ada pegawai yang tidak netral".
_ALLOWING = "bisa dapat boleh pernah akan"
ALLOWS = _mark(_ALLOWING)
SUPPOSES = _mark("mungkin berarti sampai")
# "tidak melihat pegawai yang tidak netral"
BELIEVES = _mark("melihat menemukan menganggap")
# "tidak punya pegawai yang jujur" says it of none, as "tidak ada" does.
EXISTS = _mark("ada punya memiliki mempunyai satu satupun seorang seorangpun pun")
# What may stand between "tidak ada pegawai yang" and the value that none has.
LEADS_TO_HAD = _mark(
    _ALLOWING,
    _WILLING,
    "mampu sanggup berani sempat bersikap bertindak bekerja benar-benar sungguh",
)
# "bukan alasan untuk tidak netral", "menolak untuk tidak netral"
IS_PRETEXT, REJECTS = _mark("untuk alasan dalih pembenaran"), _idiom("menolak")
# "siapa bilang kami tidak netral", "kata siapa kami tidak netral"
IS_WHOSE, CLAIMS = _idiom("siapa kata"), _idiom("bilang siapa")
# Where another clause begins, which a second negator does not reach.
OPENS_CLAUSE = _mark(
    "dan atau serta tetapi tapi sehingga maka karena sebab bahwa jika kalau bila apabila ketika "
    "saat agar supaya meski meskipun walau walaupun"
)
# Before the lack they regret it, as a cause does; behind it they tell of it alone ("petugas tidak
# netral ketika menghitung suara"), but not of what comes of it: "… sehingga warga marah".
_OCCASIONS = "ketika agar supaya"
GIVES_OCCASION = _mark(_OCCASIONS)
# A negator before them denies nothing behind them: "ia tidak pintar tetapi jujur";
# right behind the negator it is denied itself: "bukan demi integritas".
HALTS = _mark(
    _OCCASIONS,
    "tetapi tapi namun melainkan sedangkan meski meskipun walau walaupun demi selain kecuali",
)
# "tidak jujur karena takut, tetapi karena iman": what is denied is the one reason.
CONTRASTS = _idiom("tetapi tapi melainkan")
GIVES_REASON = _idiom(
    "karena sebab dari untuk demi dengan lewat melalui supaya agar lantaran berkat kepada"
)
# "tidak membahas demokrasi", "tidak ada hubungannya dengan disiplin": the value is not the matter.
NAMES_MATTER = _mark(
    "membahas dibahas membicarakan berbicara bicara menyangkut berkaitan terkait berhubungan "
    "hubungan hubungannya kaitan kaitannya menyinggung soal tentang mengenai menyebut termasuk "
    "membutuhkan memerlukan perlu harus wajib"
)

# Words of regret that are so behind a negator, too: "tidak adanya integritas", "yang tidak disiplin
# tidak ditegur"; but "tidak membuat".
_UNDENIED = "adanya optimalnya boleh ditegur menegur dihukum menghukum ditindak menindak"
IS_UNDENIED = _mark(_UNDENIED)
# With one of these in the unit, a value that lacks is regretted, feared, forbidden or demanded;
# who will not have it is blamed by that word alone: "petugas itu enggan melayani".
REGRETS_LACK = _mark(
    _REFUSALS,
    _UNDENIED,
    (
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
        "kacau berantakan tertunda terbengkalai telantar terlantar betapa alangkah"
    ),
)
# "salah satu pegawai" is at no fault.
IS_FAULT = _mark("salah")
# What "perlu" asks to be done about what is told next: it regrets nothing.
NOTED = "diketahui diingat dicatat digarisbawahi dipahami disadari"
IS_NOTED = _mark(NOTED)
# "lebih baik kalah daripada tidak jujur": a lack to shun; "sikap tidak jujur" names it, as
# ketidakjujuran does.
COMPARES = _mark(
    "daripada ketimbang "
    "sikap perbuatan tindakan kelakuan perilaku cara cara-cara budaya kebiasaan tradisi "
    "kemungkinan kecenderungan potensi gejala tanda-tanda"
)
# "tidak jujur adalah dosa": what a lack amounts to.
DEFINES = _mark("adalah ialah merupakan berarti")
# "yang tidak jujur akan tersingkir": what comes of it; "atasan saya yang tidak jujur akan pensiun",
# behind one who is known before "yang", is told of somebody.
FORETELLS = _idiom("akan bakal pasti niscaya")
IS_KNOWN = _idiom("saya aku kami kita beliau itu ini tersebut")
# What is said of what has a value or lacks it: "jabatan tanpa integritas hanya hiasan".
PREDICATES = _mark(
    "itu adalah ialah akan bisa dapat hanya hanyalah cuma ibarat bagai bagaikan laksana seperti "
    "menjadi justru mudah"
)
# A cause that stands before the lack makes the lack the cause; after it ("saya belum disiplin,
# sebab rumah saya jauh") it only explains it.
CAUSES = "sebab karena lantaran gara-gara"
CAUSES_IT = _mark(CAUSES)
# "oleh karena itu" gives no cause.
IS_THAT = _idiom("itu itulah")
# "apa artinya jabatan tanpa integritas" denies as "tidak ada artinya" does.
ASKS = _mark("apa apalah")
IS_WORTH = _mark("arti artinya guna gunanya jadinya makna maknanya faedahnya")

# "tidak lagi bekerja secara profesional", "pegawai paling tidak netral", "tidak sedikit pun netral"
IS_MANNER, IS_MOST, IS_EVEN = _idiom("secara"), _idiom("paling"), _idiom("pun")

# Negators that deny nothing after some words and before some others, if any are given. Where one of
# the others is a hit itself, it is denied.
_idle = BESIDE_NEGATORS.beside
IDLE = (
    _idle(_PLAIN, before="sedikit"),
    # "tidak jarang integritas diuji", "tidak mudah menjaga integritas"
    _idle(
        NEGATORS,
        before="jarang mudah gampang semudah segampang sulit susah selamanya serta-merta "
        "otomatis disadari disangka menyangka mengira terasa",
    ),
    # "keterbatasan bukan halangan untuk belajar", "tanpa kendala kami melayani"
    _idle(NEGATORS, before="halangan penghalang hambatan kendala rintangan"),
    _idle(NEGATORS, before="semua semuanya"),  # "tidak semua desa transparan"
    _idle(NEGATORS, before="dan"),  # "berani bilang tidak dan jujur"
    _idle(f"{_PLAIN} kurang", after="paling"),  # at least
    _idle(_PLAIN, after="secara maupun atau ataupun", before="langsung"),
    _idle("belum", before="lagi"),  # not to mention
    _idle(
        "tanpa",
        before="kecuali terkecuali ampun henti hentinya pamrih diminta disuruh paksaan pandang "
        "kenal sadar sengaja batas jeda basa-basi mengeluh membedakan membeda-bedakan",
    ),
    _idle(_IDENTITY, after=CONDITIONS),  # "siapa lagi kalau bukan kita yang jujur" denies others
)
