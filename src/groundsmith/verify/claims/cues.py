"""Cues of English and Indonesian, as data: which words give away what a statement is about.

Each list is the union of both languages, so that a short answer needs no guess of its language.
"""

from groundsmith.verify.claims.wording import cues

SAYING = cues(
    """
    said, says, say, told, according to, quoted as, in the words of
    kata, ujar, tutur, ucap, ungkap, berkata, mengatakan, menyatakan, menuturkan, menyebutkan
    menegaskan, mengungkapkan, menurut
    """
)
"""Verbs and phrases that need no "that": somebody is quoted or reported."""

REPORTING = cues(
    """
    added, adds, announced, announces, argued, argues, assumed, believed, believes, claimed, claims
    claim, concluded, concludes, confirmed, confirms, denied, denies, estimated, estimates
    explained, explains, found, finds, indicated, indicates, insisted, noted, notes, observed
    predicted, predicts, reported, reports, report, revealed, reveals, show, showed, shows, state
    stated, states, suggest, suggested, suggests, warned, warns, wrote, writes
    melaporkan, mengumumkan, mengklaim, menjelaskan, memperkirakan, menambahkan, memperingatkan
    menilai, menyimpulkan, menemukan, menunjukkan, membantah, menulis, meyakini, percaya, mengakui
    """
)
"""Verbs that report only where "that" or "bahwa" follows soon."""

CAUSE = cues(
    """
    because, due to, caused by, cause, causes, caused, causing, led to, leads to, lead to
    results in, resulted in, result in, as a result, therefore, thus, hence, consequently, owing to
    thanks to, triggered, triggers, brought about, which is why, so that, stems from, resulted from
    karena, akibat, akibatnya, disebabkan, menyebabkan, penyebab, sehingga, mengakibatkan, berkat
    memicu, dipicu, maka dari itu, oleh sebab itu, diakibatkan
    """
)

COMPARISON = cues(
    """
    compared, versus, the most, the least, the best, the worst, twice as, the same as, as many as
    unlike, outperforms, outperformed, exceeds, exceeded, surpassed, surpasses
    daripada, dibandingkan, dibanding, ketimbang, paling, terbesar, terkecil, tertinggi, terendah
    terpanjang, terpendek, terbaik, terburuk, termuda, tertua, terdalam, terluas, terdekat, terjauh
    tercepat, terlambat, terbanyak, terkaya, termahal, termurah, terberat, teringan, terkuat
    terpadat, terpenting, melebihi, melampaui
    """
)

CHANGE = cues(
    """
    rose, risen, rises, fell, falls, fallen, grew, grows, grown, dropped, drops, declined, declines
    decreased, decreases, increased, increases, shrank, shrinks, climbed, climbs, soared, plunged
    improved, improves, worsened, worsens
    naik, turun, meningkat, menurun, bertambah, berkurang, melonjak, merosot, membaik, memburuk
    """
)
"""A direction; with an amount beside it the statement is about the amount."""

DEFINITION = cues(
    """
    means, mean that, refers to, refer to, stands for, is defined as, are defined as, defined as
    is known as, are known as, is called, are called, is the term, is a term, is the process of
    berarti, artinya, ialah, didefinisikan, disebut, singkatan dari, dikenal sebagai
    adalah istilah, yang dimaksud dengan
    """
)

MULTIPLES = cues(
    """
    half, twice, double, doubled, doubles, triple, tripled, halved, dozen, dozens, percent
    setengah, separuh, ganda, lusin, puluhan, ratusan, ribuan, jutaan, hundreds, thousands, millions
    """
)
"""Amounts that are written without a number."""

TIME = cues(
    """
    today, yesterday, tomorrow, tonight, ago, later, earlier, before, after, afterwards, during
    since, until, daily, weekly, monthly, yearly, annually, annual, century, decade, hour, hours
    day, days, week, weeks, month, months, year, years, minute, minutes, noon, midnight, spring
    summer, autumn, winter, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january
    february, april, june, july, august, september, october, november, december
    hari, minggu, pekan, bulan, tahun, abad, dekade, jam, menit, kemarin, besok, lusa, sejak
    selama, sebelum, sebelumnya, sesudah, setelah, hingga, setiap hari, musim, senin, selasa, rabu
    kamis, jumat, sabtu, januari, februari, maret, mei, juni, juli, agustus, oktober, desember
    pukul, siang, malam, pagi
    """
)

REFERENCES = cues(
    """
    section, article, chapter, form, page, step, figure, table, part, version, appendix, room, level
    grade, pasal, ayat, bab, nomor, no, halaman, langkah, gambar, tabel, bagian, versi, lampiran
    kelas
    """
).words
"""Before a number they make a name of it."""

STANCE = cues(
    """
    i think, i believe, i feel, i prefer, i find, i guess, i hope, i suppose, i love, i hate
    in my opinion, in my view, personally, honestly, frankly, to be honest, we think, we believe
    we feel, we hope, imho, in our opinion, in our view
    menurut saya, menurut kami, menurut pendapat saya, saya rasa, saya pikir, saya kira, saya yakin
    saya percaya, saya berharap, saya pribadi, kami yakin, kami percaya, kami rasa, kami berharap
    jujur saja
    """
)

PRAISE = cues(
    """
    amazing, awesome, awful, beautiful, best, brilliant, cool, delicious, excellent, exciting
    fantastic, fun, gorgeous, great, horrible, incredible, lovely, magnificent, marvellous, nice
    perfect, stunning, superb, terrible, ugly, wonderful, worst, love, fabulous
    indah, bagus, keren, hebat, mantap, jelek, buruk, menakjubkan, luar biasa, enak, lezat, seru
    mengecewakan, sempurna, cantik, asyik
    """
)
"""Evaluations; in an exclamation they leave nothing to check."""

INVITATION = cues(
    """
    apply, book, buy, call, check out, click, contact, discover, donate, download, email, enrol
    enroll, explore, follow, get, get started, give, join, learn more, order, read more, register
    schedule, see, share, shop, sign up, start, subscribe, tell us, try, visit, watch, hurry, grab
    daftar, daftarkan, daftarlah, hubungi, ikuti, unduh, klik, bagikan, beli, belilah, pesan
    kunjungi, gabung, bergabunglah, simak, coba, cobalah, dapatkan, silakan, baca, lihat
    please contact, please visit, please call, just click
    """
)
"""Openings that invite, where the sentence also addresses somebody."""

ADDRESS = cues(
    """
    us, our, now, today, here, free, for more, with your friends, your copy, the link, immediately
    kami, kita, sekarang, sini, gratis, lainnya, selengkapnya, tautan, juga, temanmu
    """
)

URGING = cues(
    """
    don't miss, don't forget, don't wait, do not miss, stay tuned, let's, let us know, feel free
    reach out, get in touch, learn more, read more, sign up today, sign up now, check out our
    jangan lupa, jangan lewatkan, jangan ragu, jangan tunggu, ayo, yuk, mari, nantikan
    """
)
"""Openings that invite by themselves."""

DUTY = cues(
    """
    you should, you must, you ought to, you have to, you need to, you really should
    you really must, you simply must, you've got to, you definitely should
    anda harus, anda sebaiknya, anda wajib, anda mesti, anda perlu, kamu harus, kamu sebaiknya
    kamu wajib, kamu mesti, kalian harus, kalian wajib, kamu perlu, sebaiknya anda, sebaiknya kamu
    """
)
"""Openings that tell the reader what to do."""

POINTING = cues(
    """
    it, them, this, that, there, here, one, us, today, now, soon, again, both, too, yourself, visit
    try, see, read, buy, get, watch, join, go, have
    mengunjunginya, mencobanya, melihatnya, membacanya, membelinya, menontonnya, datang, ikut, ke
    sana, sini, itu, ini, sekarang, juga, segera, coba
    """
).words
"""Words of doing, and of pointing, that tell nothing which a source could bear out."""

LEAD_IN = cues(
    """
    here is, here are, here's, below is, below are, sure, certainly, the following
    berikut, berikut ini, inilah, tentu, di bawah ini
    """
)
FOLLOWS = ("as follows ", "the following ", "berikut ", "berikut ini ", "these ", "yaitu ")

EXCLAMATION = cues("what a, what an, how, betapa, alangkah")

NO_TERM = cues(
    """
    it, this, that, there, he, she, they, if, when, while, although, unless, because
    ini, itu, hal, dia, ia, mereka, jika, kalau, apabila, bila, ketika, kecuali
    """
)
"""What no definition begins with."""

NO_SUPERLATIVE = cues(
    """
    arrest, chest, conquest, contest, crest, forest, guest, harvest, interest, latest, nest, priest
    protest, quest, request, rest, test, west, northwest, southwest
    """
).words
"""What only ends like a superlative."""
