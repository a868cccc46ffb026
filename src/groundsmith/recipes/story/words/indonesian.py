"""Indonesian words that rules about stories look for."""

from groundsmith.verify.words.listing import listed

ROOT_VERBS = listed(
    """
    duduk datang pergi masuk keluar pulang bangun makan minum tertawa tersenyum tidur jatuh lari
    naik turun tiba pindah mandi kembali ikut pamit singgah mampir lewat hadir maju mundur
    terbang hinggap tahu ingat lupa percaya suka mau ingin bisa sempat kawin nikah tinggal diam
    bicara terbahak terdiam tersentak terbangun tertidur terjaga tampak muncul berdiri menoleh
    bersiul kata ujar tanya jawab
    """
)
"""Verbs that stand without a prefix."""

BETWEEN = listed(
    """
    juga lalu kemudian pun sudah masih sedang hanya langsung segera kini tiba-tiba sendiri itu
    telah akan ikut selalu tetap terus kembali akhirnya perlahan pelan-pelan cepat-cepat seperti
    biasa lagi yang ini tadi pelan
    """
)
"""Words that may stand between a subject and its verb."""

NOT_VERBS = listed(
    """
    memang mereka merah meja mesin meter menit mendung meriam meski meskipun melainkan menurut
    mengenai mengapa bersama beras berat berapa beberapa berani besar bercak berita bersih
    betapa terlalu terhadap tentang termasuk tertentu terang terakhir terus tersebut ternyata
    terutama tengah teman menjelang melalui mentah mewah meriah mentega berdua bertiga berempat
    terpal teras telinga
    """
)

PREPOSITIONS = listed(
    """
    di ke dari pada kepada oleh untuk dengan tentang bagi seperti antara dan atau milik bersama
    nama bernama tanpa demi terhadap ibu ayah anak kakak adik istri suami rumah perahu mata
    rambut tangan wajah suara muka hari ketika saat waktu sejak sebelum sesudah setelah kalau
    karena kepala nenek kakek bibi paman punya termasuk bahwa dipanggil memanggil
    """
)

TITLES = listed(
    """
    pak bapak bu ibu mak emak tuan nyonya nona mas mbak bang abang kak kakak dik adik paman bibi
    om tante kakek nenek nini datuk raden si sang kapten letnan inspektur dokter mantri kiai
    haji ustaz bung neng teteh aa uda uni bujang puan encik cik wak pakde bude pangeran putri
    raja ratu nyah mbok mbah koh nyai empu brigadir residen briptu aiptu aipda bripka bripda ipda
    iptu kompol kombes serka serda sersan kopral mayor kolonel jenderal komandan laksamana adipati
    patih tumenggung sultan romo suster pendeta pastor lettu letda letkol profesor
    """
)

FEMALE = listed(
    """
    bu ibu mak emak nyonya nona mbak bibi tante nenek nini neng teteh istri perempuan gadis
    janda putri ratu puan uni wanita
    """
)
MALE = listed(
    """
    pak bapak tuan mas bang abang paman om kakek datuk raden suami lelaki laki-laki pemuda duda
    pangeran raja bung uda pria
    """
)

KIN = listed(
    """
    ibu ayah istri suami anak kakak adik nenek kakek paman bibi bapak emak mak orangtua
    keponakan sepupu menantu mertua cucu
    """
)

STOP_NAMES = listed(
    """
    senin selasa rabu kamis jumat sabtu minggu ahad januari februari maret april mei juni juli
    agustus september oktober november desember lebaran natal tuhan allah islam katolik kristen
    bab bagian aku saya kau kamu anda ia dia mereka kami kita itu ini yang dan atau tetapi
    namun lalu kemudian nak sayang ma pa kek nek bung kawan
    di ke dari pada ada tak tiada tidak bukan belum sudah malam pagi siang sore hari tahun bulan
    saudara
    """
)

PLACE_BEFORE = listed(
    """
    di ke dari kampung desa kota pulau bukit gunung sungai laut jalan
    """
)
