"""Indonesian opposites as roots, and words of more and less, laid out as the English ones are."""

ANTONYMS_ID = """
buka | tutup kunci
terima setuju sepakat sah dukung | tolak bantah
~ beli | jual
panas hangat | dingin sejuk
~ impor | ekspor
kiri | kanan
~ menang juara | kalah
rekrut angkat | pecat berhenti phk
datang tiba sampai | pergi berangkat tinggalkan
masuk | keluar
mulai awal buka pembukaan | akhir selesai tamat tutup henti
cinta sayang suka | benci
puji sanjung | kritik kecam cela hujat
bela lindung | serang
dukung sokong | tentang lawan tolak
kawan teman sahabat sekutu | lawan musuh seteru
izin boleh bolehkan perkenankan | larang cegah
sah legal resmi | ilegal gelap
negeri | swasta
umum publik | pribadi khusus
kaya makmur | miskin melarat papa
kuat perkasa | lemah
keras | lunak lembut empuk
berat | ringan
tebal | tipis
lebar luas | sempit
dangkal | dalam
basah lembap | kering
bersih | kotor cemar
baru modern anyar | lama kuno usang lawas
muda belia | tua lanjut
cepat lekas kencang | lambat pelan lamban
terang cerah | gelap redup suram
ramai bising gaduh | sepi sunyi hening
aman | bahaya rawan
mudah gampang | sulit sukar susah
penuh | kosong
tinggi | rendah pendek
panjang | pendek singkat
besar agung raksasa | kecil mungil
atas | bawah
depan muka | belakang
~ utara | selatan
~ timur | barat
hulu | hilir
tanjak | turun
maju | mundur
vertikal tegak | horizontal datar
kembang muai | susut kerut ciut
pasang sambung rangkai | lepas copot bongkar
tambah | kurang hapus
positif | negatif
aktif | pasif nonaktif
hidup | mati tewas wafat padam
lahir | wafat mati meninggal
laki-laki pria lelaki jantan putra ayah bapak suami paman kakek |
    perempuan wanita betina putri ibu istri bibi nenek
~ guru dosen | murid siswa mahasiswa
~ majikan | buruh
~ pemilik | penyewa
~ pinjam | kembali
~ hutang utang | piutang
~ penggugat jaksa | tergugat terdakwa
salah | benar betul
~ tuan | hamba
tamu | tuan rumah
dokter | pasien
senior | junior
mayoritas | minoritas
maksimal maksimum | minimal minimum
terbit | tenggelam terbenam
pagi | sore petang
siang | malam
kemarau | hujan
besok esok | kemarin
manis | asam pahit
segar | basi layu busuk
mentah | matang masak
asam | basa
tajam runcing | tumpul
halus mulus | kasar
lurus | bengkok belok lengkung
landai datar | curam terjal
kencang ketat erat | longgar kendur
padat | cair
beku | cair leleh
didih | beku
nyala hidup | padam mati
apung | tenggelam
dorong | tarik
lempar | tangkap
~ beri kasih serah sumbang | terima ambil
~ kirim | terima
curi | sumbang
hemat tabung | boros
untung laba surplus | rugi defisit
pendapatan pemasukan penerimaan | pengeluaran belanja
setor | tarik
minta permintaan | tawar penawaran pasokan
murah | mahal
grosir | eceran
berhasil sukses | gagal
damai | perang
serbu serang | bertahan mundur
tangkap tahan penjara | bebas lepas
bangun dirikan buat | hancur runtuh bongkar rusak robohkan
perbaiki pulih | rusak
sehat bugar | sakit
tidur | bangun jaga
ingat | lupa
jujur | bohong dusta curang
akui | sangkal bantah ingkar
tampak muncul terlihat | hilang lenyap
hadir | absen
temu temukan | hilang
taat patuh tepati | langgar ingkari
simpan | buang
tetap permanen | sementara
stabil mantap | goyah labil
sering kerap | jarang
biasa lazim umum | langka jarang aneh
utuh lengkap | sebagian cacat
lajang | menikah
ganjil | genap
pertama | terakhir
alami alamiah | buatan sintetis
asli | palsu tiruan
liar | jinak ternak budidaya
domestik dalam_negeri | asing luar_negeri
nasional | internasional
lokal daerah setempat | global pusat
kota | desa
darat daratan | laut lautan
pesisir pantai | pedalaman
sipil | militer
surga | neraka
senang gembira bahagia riang | sedih duka murung
tenang | gelisah panik
berani | takut penakut
dermawan | pelit kikir
ramah | kasar
bangga | malu
sabar | pemarah
hati-hati cermat teliti | ceroboh lalai
pintar cerdas pandai | bodoh
rajin tekun | malas
sukarela opsional pilihan | wajib
sengaja | tidak_sengaja
sederhana | rumit kompleks
jelas | kabur samar
bening jernih | keruh
cerah | mendung
pahlawan | penjahat
fiksi | nonfiksi
tunggal | jamak
amatir | profesional
pemula | ahli mahir
manual | otomatis
digital | analog
daring online | luring offline
lunak | keras
aktifkan nyalakan | nonaktifkan matikan
unduh | unggah
bungkus | buka
ikat | lepas
lantai | langit-langit atap
akar | pucuk daun
mangsa | pemangsa
karnivora | herbivora
jinak | buas
subur | tandus gersang mandul
tanam tabur semai | panen petik cabut
banjir | kering kemarau
pasang | surut
hirup | embus
berangkat keberangkatan | tiba datang kedatangan
naik | turun
imigrasi | emigrasi
percepat | perlambat
nenek moyang leluhur | keturunan
~ pendahulu | penerus pengganti
sebab | akibat
serap | pancar lepas
gabung satukan | pisah pecah
kumpul | sebar bubar
bersama-sama bersama | sendiri terpisah
percaya | curiga ragu
harapan | putus_asa
cantik indah elok | jelek buruk
baik bagus | buruk jelek jahat
untung | malang sial
manfaat | mudarat bahaya
anjur dorong | larang cegah
bantu tolong | hambat ganggu halang
hadiah | hukum
naik_pangkat | turun_pangkat
pemerintah | oposisi
merdeka | jajah
huni | kosong
dekat | jauh
dahulu dulu | nanti kelak
kaya melimpah | langka
cukup | kurang
mungkin | mustahil
pasti | ragu
penting utama | sepele remeh sampingan
berguna manfaat | percuma sia-sia
berharga | tidak_berharga
efektif manjur mujarab | sia-sia mandul
populer terkenal tenar masyhur | tidak_dikenal
mampu sanggup | gagal
sama serupa | beda lain
formal | nonformal
langsung | tidak_langsung
teori | praktik
jasmani fisik | rohani mental
primer | sekunder
janda | duda
dewasa | anak bayi
nikah kawin | cerai
panjangkan perpanjang | perpendek persingkat
perluas | persempit
perkuat | perlemah
tunda undur | segera majukan
lanjut terus | henti
dirikan | bubarkan
perpanjang | akhiri
bayar | gratis
kontrak | tetap
~ masalah | solusi
jinak | ganas
kronis | akut
menular | tidak_menular
nadi | vena
larut | endap
encer | kental pekat
mengkilap | kusam
tawar | asin
haluan | buritan
pergi | pulang
juara | juru_kunci
tuan_rumah | tamu
luar | dalam
hidup-hidup | mati
tambah | potong
muat | bongkar
isi | kosong kuras
nyata | khayal maya
gemuk | kurus
lapar | kenyang
haus | puas
bujang | beristri
tegang | santai
rapat | renggang jarang
bangkit | jatuh runtuh
kalahkan | takluk
setia | khianat
hormat | hina
mulia | hina
halal | haram
dosa | pahala
dunia | akhirat
awal | akhir
ekspansi | kontraksi
naikkan | turunkan
terendah | tertinggi
terbesar | terkecil
terpanjang | terpendek
tertua | termuda terbaru
terdekat | terjauh
terlama | tercepat
termurah | termahal
legal | gelap
optimis | pesimis
kompak | pecah
untung | buntung
siaga | lengah
puas | kecewa
tarik | usir
undang | usir
kanan | kidal
tampil | absen
kena | luput
hemat | mewah
pelihara | bunuh
puncak | lembah kaki
lestari | punah
rinci | ringkas garis_besar
ringkas | panjang_lebar
rapi | berantakan
rata | miring
sewa | beli
buat | rusak
perketat | longgarkan
percepat | tunda
pertahankan | ganti hapus
gandeng | pisahkan
cabut hapus | pasang berlakukan
berlaku | batal
sahkan | batalkan
akui | sangkal
dakwa | bebaskan
setujui | tolak
kabulkan | tolak
bela | dakwa
daki | turun
pekan | akhir_pekan
hari_kerja | akhir_pekan
"""

DIRECTIONS_ID = """
naik tingkat tambah tumbuh lonjak melonjak bertambah kembang kuat menguat |
    turun kurang susut anjlok merosot jatuh lemah melemah menciut
lebih | kurang
terbanyak terbesar | paling_sedikit terkecil
besar | kecil
banyak | sedikit
tinggi | rendah
panjang | pendek
lama | sebentar singkat
berat | ringan
cepat | lambat
tua | muda baru
dini awal | lambat akhir
baik bagus unggul | buruk jelek
kuat | lemah
panas hangat | dingin sejuk
lebar luas | sempit
dalam | dangkal
tebal | tipis
murah | mahal
kaya | miskin
mudah gampang | sulit sukar
keras | lunak lembut empuk
dekat | jauh
keras bising | pelan sepi
terang | redup gelap
aman | bahaya
kering | basah
curam | landai
manis | asam pahit
segar | layu
jarang langka | sering kerap
atas | bawah
lampaui melebihi | bawah
ungguli kalahkan | tertinggal kalah
ganda dua_kali berlipat | separuh setengah
sebelum | sesudah setelah
maju | mundur
perluas | persempit
perkuat | perlemah
baik membaik | buruk memburuk
mayoritas | minoritas
surplus untung laba | defisit rugi
ringan | berat
halus | kasar
padat | renggang jarang
ketat | longgar
ramai | sepi
depan | belakang
unggul | tertinggal
maksimal maksimum | minimal minimum
"""
