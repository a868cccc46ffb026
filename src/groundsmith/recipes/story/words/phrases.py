"""Words that a grammar needs: prepositions, conjunctions, adverbs, nouns of time; data only."""

from groundsmith.verify.words.listing import listed

PLACE_PREPOSITIONS = listed(
    """
    in into inside at on onto upon to towards toward from out off through across over under
    underneath beneath behind beside besides between beyond near by past along around round above
    below against among amid aboard within outside up down opposite di ke dari dalam menuju dekat
    sampai melalui lewat seberang antara
    """
)
PREPOSITIONS = {
    "en": listed(
        """
        of to with for from by at about against behind beside besides between beyond near over under
        without like on in into onto toward towards around through upon inside outside across along
        among amid beneath underneath below above during despite except off out past round up down
        within aboard opposite per via throughout next
        """
    ),
    "id": listed(
        """
        di ke dari pada kepada oleh untuk dengan tentang bagi seperti antara tanpa demi terhadap
        dalam menuju melalui lewat selama sepanjang menurut akibat atas bersama
        """
    ),
}
SUBORDINATORS = {
    "en": listed(
        """
        when while because if that though although unless where whereas as since until till before
        after once than how why what whether which who whom whose lest whenever wherever
        """
    ),
    "id": listed(
        """
        ketika saat waktu sewaktu karena sebab bahwa agar supaya kalau jika bila apabila sebelum
        setelah sesudah sementara sedangkan hingga sampai meski meskipun walau walaupun sejak selagi
        seraya sambil yang begitu selama andaikata seandainya tempat apakah padahal seolah
        seakan-akan seakan semenjak tatkala
        """
    ),
}
CONJUNCTIONS = {
    "en": listed("and but or nor yet so then"),
    "id": listed("dan lalu kemudian tetapi tapi namun atau serta lantas melainkan maka"),
}
DETERMINERS = listed(
    """
    the a an this that these those some any no every each another both all either neither several
    many few much more most such half one two three four five six seven eight nine ten eleven twelve
    """
)
POSSESSIVES = listed("my your his her its our their whose")
ADVERBS = listed(
    """
    also too then still just only even never always already now soon once again suddenly both alone
    at-last not often sometimes seldom rarely ever almost nearly hardly scarcely barely simply
    indeed perhaps maybe quite rather very thus therefore however instead afterwards meanwhile
    later first finally back away forward together there here long yet immediately all himself
    herself myself themselves itself up down out off over apart aside home far no longer
    """
)
MODALS = {
    "can": "can", "could": "can", "may": "may", "might": "may", "must": "must", "shall": "shall",
    "should": "should", "will": "will", "would": "would", "cannot": "can", "ought": "should",
}  # fmt: skip
TIME_NOUNS = listed(
    """
    morning noon afternoon evening night midnight dawn dusk day days week weeks month months year
    years hour hours minute minutes second moment spring summer autumn winter monday tuesday
    wednesday thursday friday saturday sunday january february march april june july august
    september october november december century decade time today tomorrow yesterday tonight
    fortnight season breakfast lunch supper dinner sunset sunrise nightfall childhood o'clock
    pagi siang sore petang malam hari minggu pekan bulan tahun jam pukul menit detik saat waktu
    subuh fajar senja magrib isya lohor asar musim abad senin selasa rabu kamis jumat sabtu ahad
    januari februari maret mei juni juli agustus oktober desember kemarin besok lusa tadi dini
    keesokan esok harinya malamnya paginya sorenya siangnya masa zaman tanggal
    """
)
COUNTING_ID = listed(
    """
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus ribu
    seratus seribu setengah separuh beberapa setiap tiap saban sudah baru hampir lebih kurang
    kira-kira sekitar tepat cuma hanya sehabis seusai selepas menjelang sejak selama sepanjang
    sesudah setelah sebelum pada genap pertama kedua ketiga suatu satu-satunya tengah dalam
    """
)
"""Indonesian words that count or open a phrase of time."""
WHEN_ID = listed(
    """
    kali lamanya penuh semalam semalaman sehari seharian seminggu sebulan setahun sejam semenit
    sesaat sebentar seketika dasawarsa windu warsa semusim lebaran natal puasa ramadan zuhur lohor
    dini kemudian lalu lagi silam depan berikutnya itu ini tersebut sebelumnya sesudahnya pula
    terakhir pertama kedua ketiga keesokan harinya malamnya paginya sorenya siangnya akhirnya
    kesatu keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh
    """
)
"""Indonesian words with which a phrase of time goes on or ends."""
NEGATIONS = listed("not never n't tidak tak bukan belum jangan enggak nggak tiada")
AUXILIARIES_ID = {
    "dapat": "can", "bisa": "can", "boleh": "may", "harus": "must", "mesti": "must",
    "wajib": "must", "akan": "will", "hendak": "will", "mau": "want", "ingin": "want",
    "sanggup": "can", "mampu": "can", "perlu": "must", "sempat": "", "sudah": "", "telah": "",
    "sedang": "", "masih": "", "pernah": "", "belum": "", "tidak": "", "tak": "", "bukan": "",
    "jangan": "", "baru": "", "tengah": "", "selalu": "", "sering": "", "jarang": "", "hampir": "",
    "langsung": "", "segera": "", "terus": "", "tetap": "", "hanya": "", "cuma": "", "juga": "",
    "pun": "", "ikut": "", "kembali": "", "tiba-tiba": "", "akhirnya": "", "mulai": "",
    "kini": "", "sekarang": "", "lagi": "", "kadang": "", "biasa": "", "biasanya": "",
    "enggak": "", "nggak": "", "turut": "", "lekas": "", "buru-buru": "", "perlahan": "",
    "pelan-pelan": "", "diam-diam": "", "cepat-cepat": "", "sendiri": "", "sama": "", "saling": "",
    "adapun": "", "pula": "", "alkisah": "",
}  # fmt: skip
"""Indonesian words between a subject and its verb; each with the modal that it stands for."""
PERCEIVING = listed("see hear watch feel notice find let make help have spot catch observe")
"""Verbs whose object does the verb behind it: `saw Tom leave`."""
ASKING = listed(
    """
    tell ask order want force allow beg teach help persuade urge command send invite expect get
    forbid permit warn remind wish need like
    """
)
"""Verbs whose object does what follows `to`."""
