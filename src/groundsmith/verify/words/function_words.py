"""Small words of English and Indonesian: stop words, negations, hedges, quantifiers."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS_EN = _listed(
    """
    a about above after again against all also although am among an and any are as at be because
    been before being below between both but by can could did do does doing down during each
    either else every few for from further had has have having he her here hers herself him
    himself his how however i if in into is it its itself just least less many may me might mine
    more most much must my myself nor of off on once only or other ought our ours ourselves out
    over own per rather same shall she should since so some still such than that the their theirs
    them themselves then there these they this those though through thus to too toward towards
    under until up upon us very was we were what when where whether which while who whom whose why
    will with within would yet you your yours yourself yourselves
    """
)

STOP_WORDS_ID = _listed(
    """
    ada adalah agar akan antara apa apabila apakah atas atau bagaimana bagi bahwa banyak beberapa
    berapa berapakah bila bisa dalam dan dapat dari daripada dengan di dimana dia dua hanya harus
    hingga ia ini itu jika juga kalau kami kamu kapan kapankah karena ke kemudian kepada ketika
    kita lain lebih maka manakah mana masih melalui mereka merupakan namun oleh pada paling para
    pernah pula saat saja sampai sangat saya sebagai sebelum sebuah secara sedang sedangkan
    sehingga sejak selama semua seorang seperti serta setelah setiap siapa siapakah suatu sudah
    supaya telah tentang terhadap tersebut tetapi untuk yaitu yakni yang
    """
)

STOP_WORDS = STOP_WORDS_EN | STOP_WORDS_ID

NEGATIONS = _listed(
    """
    not no never none nobody nothing neither nowhere without cannot
    tidak tak bukan belum tanpa jangan tiada
    """
)

NOT_ONLY = _listed("only just merely necessarily simply hanya sekadar cuma saja")
"""After a negation these turn it into an addition: "not only … but also"."""

HEDGES = _listed(
    """
    about almost apparently approximately around could generally largely likely may maybe mainly
    might mostly nearly often perhaps possibly potentially presumably probably roughly seem seems
    seemingly sometimes somewhat suggest suggests typically usually
    barangkali biasanya cenderung hampir kira kurang mungkin rupanya sekitar seringkali umumnya
    """
)

QUANTIFIERS = _listed(
    """
    all always any both each entire every everyone few half many most much only several some
    banyak beberapa hanya hampir kebanyakan sebagian selalu seluruh semua setengah setiap tiap
    """
)
