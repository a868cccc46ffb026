"""Phrases that set how much, how surely, or whether: `value: phrase, phrase`, both languages.

The longest phrase wins, so that "not all" is a quantifier and no negation.
"""

from groundsmith.verify.words.listing import listed

QUANTIFIER_CUES = """
all: all, every, each, every one, every single, everyone, everybody, everything, the entire, the
    whole, both, all of, without exception, in full, altogether, the full, semua, seluruh,
    setiap, tiap, tiap-tiap, segenap, semuanya, seluruhnya, masing-masing, keduanya, tanpa
    kecuali, segala
most: most, most of, nearly all, almost all, nearly every, almost every, almost everyone, nearly
    everyone, virtually all, a majority, a majority of, the majority, majority of, a large
    majority, more than half, more than half of, kebanyakan, sebagian besar, nyaris semua,
    hampir semua, hampir seluruh, hampir setiap, mayoritas, lebih dari separuh, lebih
    dari setengah
many: many, much, plenty, plenty of, quite a few, numerous, a lot of, lots of, a large number of,
    banyak, sejumlah besar
half: half, half of, half the, about half, separuh, setengah
some: some, several, a few, a few of, some of, certain, in some cases, part of, partly, a number
    of, a handful, a handful of, partially, a third, a quarter, beberapa, sebagian, sebagian
    kecil, sejumlah, ada yang, sepertiga, seperempat
few: few, few of, hardly a, scarcely a, hardly any, hardly anyone, scarcely any, virtually no,
    almost no, almost no one, almost none, a minority, a minority of, the minority, very few, not
    many, not much, only a few, just a few, hampir tidak ada, nyaris tidak ada, nyaris tak ada,
    hampir tak ada, tidak banyak, tak banyak, sedikit, segelintir, minoritas, sedikit sekali,
    hanya sedikit, hanya sebagian kecil
one: just one, only one, a single, a single one, exactly one, hanya satu, satu-satunya, hanya
    seorang, cuma satu
none: none, none of, no one, nobody, nothing, neither, neither of, not a single, not one, not any,
    tidak ada, tak ada, tidak satu pun, tak satu pun, tidak ada satu pun, tidak seorang pun, tak
    seorang pun, tiada
notall: not all, not every, not everyone, only some, only some of, only part of, only
    half, only half of, not just one, tidak semua, tidak setiap, tak semua, tidak
    seluruh, hanya sebagian, hanya beberapa, hanya separuh
only: only, none but, no one but, nobody but, alone, solely, exclusively, sole, merely, hanya, cuma,
    semata, khusus, saja, satu-satunya
least: at least, no fewer than, no less than, not less than, not fewer than, or more, minimum of,
    a minimum of, or older, minimal, sekurang-kurangnya, setidaknya, paling sedikit, sedikitnya,
    paling tidak, tidak kurang dari, setidak-tidaknya, paling kurang, atau lebih
atmost: at most, no more than, not more than, up to, as many as, a maximum of, maximum of, or
    fewer, or less, at the most, no longer than, maksimal, paling banyak, paling lama,
    sebanyak-banyaknya, tidak lebih dari, maksimum, hingga
any: any, any kind of, any of, anyone, anybody, anything, whoever, either, siapa pun, apa pun,
    mana pun, siapa saja, apa saja
other: the most, any other, lebih banyak, lebih sedikit, every other, every second, every fourth,
    every third, at all, after all, all the same, not at all, first of all, above all, all but,
    even though, all day, all year, all night, in some ways, each other, one another, much more,
    much less, many more, as much as, how much, how many, too much,
    so much, so many, both of them, half a, half an, the other half, all over
"""

FREQUENCY_CUES = """
all: always, invariably, every time, without fail, constantly, at all times, selalu, senantiasa,
    setiap saat, setiap kali
most: usually, generally, mostly, typically, normally, as a rule, most of the time, biasanya,
    umumnya, lazimnya
many: often, frequently, regularly, many times, sering, kerap, kerap kali, sering kali, seringkali
some: sometimes, occasionally, at times, now and then, from time to time, kadang-kadang, kadang,
    adakalanya, sesekali, terkadang
few: rarely, seldom, hardly ever, scarcely ever, infrequently, jarang, jarang sekali, hampir
    tidak pernah, nyaris tidak pernah
notall: not always, not often, tidak selalu, tak selalu, tidak sering
none: never, at no time, tidak pernah, tak pernah, belum pernah
"""

MODAL_CUES = """
must: must, have to, has to, had to, need to, needs to, required to, is required, are required, be
    required, is compulsory, compulsory, mandatory, obligatory, obliged to, are obliged, is
    obliged, obliges, requires, require, required, essential, legally required, bound to,
    obligation, it is mandatory, wajib, harus, mesti, diwajibkan, mewajibkan, diharuskan,
    mengharuskan, berkewajiban, kewajiban, mutlak
should: should, ought to, advised to, is advised, are advised, recommended to, is recommended, are
    recommended, recommended, recommends, recommend, advise, advisable, asked to, are asked,
    supposed to, preferable, encouraged to, sebaiknya, disarankan, dianjurkan, menyarankan,
    menganjurkan, diimbau, dihimbau, mengimbau, hendaknya, seyogianya, diminta, imbauan
may: may, can, allowed to, are allowed, is allowed, permitted to, are permitted, allows, free to,
    are free, entitled to, are entitled, optional, if you like, if they wish, as you wish,
    permits, lets, is possible to, boleh, diperbolehkan, dibolehkan, diizinkan, memperbolehkan,
    membolehkan, mengizinkan, berhak, bebas, opsional
mustnot: must not, can not, may not, mustn't, cannot, can't, not allowed to, are not allowed, is not
    allowed, not permitted, forbidden, forbidden to, are forbidden, prohibited, banned, forbids,
    prohibits, forbidden by law, dilarang, tidak boleh, tak boleh, jangan, melarang, tidak
    diperbolehkan, tidak diizinkan, terlarang
neednot: no need to, no need, tidak berkewajiban, need not, needn't, not have to, not required,
    not required to, not obliged, not obliged to, are not obliged, no obligation, not necessary,
    unnecessary, not need to, not need, voluntary, tidak wajib, tidak harus, tidak perlu, tak perlu,
    tak wajib, bukan kewajiban, tidak diwajibkan, tidak diharuskan
might: might, could, possibly, perhaps, maybe, possible, may be, may have, might be, might have,
    could be, could have, cannot be ruled out, can't be ruled out, not impossible, mungkin,
    barangkali, bisa jadi, kemungkinan, boleh jadi, dimungkinkan, berpotensi, berpeluang
likely: likely, probably, presumably, is thought, are thought, thought to, believed to, is
    believed, believe, believes, think, thinks, suspect, suspects, suggest, suggests, seems, seem,
    appears to, apparently, hinted, expected to, is expected, are expected, diduga, diperkirakan,
    kemungkinan besar, tampaknya, agaknya, menduga, memperkirakan, konon, rupanya, dipercaya,
    disinyalir, diyakini, ditengarai
doubt: doubt, doubts, doubtful, unlikely, not certain, unclear, unproven, meragukan, diragukan,
    belum pasti, belum jelas, tidak pasti
sure: certain, certainly, definitely, undoubtedly, surely, beyond any doubt, beyond doubt, without
    doubt, proved, proven, proves, confirmed, confirm, confirms, have confirmed, known for
    certain, guaranteed, is sure, are sure, convinced, are convinced, is bound to, are bound to,
    shown, established, inevitable, inevitably, pasti, dipastikan, memastikan, terbukti,
    membuktikan, dibuktikan, sudah pasti, tentu, tidak diragukan, yakin, dijamin, memutuskan,
    telah dipastikan, menegaskan bahwa
will: will, shall, is to, are to, is going to, are going to, akan, bakal
would: would
plan: plan to, plans to, planned, is planned, are planned, planning to, plans, intends to, intend
    to, intends, hopes to, hope to, aims to, wants to, want to, is considering, are considering,
    considering, considers, offered to, offer to, expects to, expect to, proposes to, proposed to,
    was to, were to, was supposed to, was to have, agreed in principle, is due to, is scheduled
    to, scheduled to, due to be, would like to, set to, to be decided, has yet to, have yet to,
    yet to, intention, proposed, berencana, merencanakan, direncanakan, rencananya, rencana,
    hendak, berniat, ingin, mempertimbangkan, dipertimbangkan, mengusulkan, diusulkan, menawarkan,
    ditawarkan, berharap, diharapkan, mengharapkan, menargetkan, ditargetkan, dijadwalkan, sedang
    dikaji, wacana, akan segera, belum, seharusnya, semula akan, sedianya
done: already, has already, have already, has been, have been, has, have, telah, sudah, resmi
"""

NEGATING = listed(
    """
    not never no none nobody nothing neither nowhere nor without cannot unable fail fails
    failed failing lack lacks lacked lacking hardly scarcely refuse refuses refused unless
    except excluding incapable impossible unnecessary tidak tak bukan belum tanpa jangan tiada
    gagal kecuali selain nihil mustahil bukannya bukanlah tidaklah enggan
    """
)
"""Words that deny what follows them; "n't" is told by its ending."""

LOCAL = listed(
    """
    without except excluding unless lack lacks lacked tanpa kecuali selain
    """
)
"""Those that deny only the few words behind them, and cancel another denial of their sentence."""

TURNING = listed(
    """
    avoid avoids avoided avoiding prevent prevents prevented preventing stop stops stopped forbid
    forbids forbidden prohibit prohibits prohibited ban bans banned keep keeps kept rather instead
    barely rarely seldom deny denies denied exempt missing absent free misses missed drop
    drops dropped decline declined reject rejected until otherwise exception exceptions but alone
    against if untrue false wrong than
    hindari menghindari mencegah dicegah dilarang melarang menolak ditolak menghapus dihapus bebas
    kurang jarang sukar sulit hanya cuma kecuali berhenti urung batal absen luput selamat
    membantah dibantah menyangkal selain melainkan jika kalau apabila bila asalkan baru
    daripada
    """
)
"""Words that turn a sentence around, or bound it, without being a negation."""

NO_NEGATION = listed(
    """
    not only, not just, not merely, not even, bahkan tidak, not necessarily, no less
    than, not until, no later than, no sooner, nothing but, not to mention, no
    doubt, no matter, whether or not, or not, not least, no wonder, without doubt, not least
    because, no earlier than, no one but, nobody
    but, tidak hanya, bukan hanya, bukan saja, tak hanya,
    tidak lain, mau tidak mau, tidak lama, tak lama, tidak hanya itu, tidak sekadar, bukan
    sekadar, tak sekadar, bukan cuma, tidak sampai, tidak lebih, belum lama, tak lain
    """
)
"""Phrases with a negation in them that deny nothing."""
