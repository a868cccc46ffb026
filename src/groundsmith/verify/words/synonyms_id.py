"""Indonesian words that may stand for one another, as roots: one group on a line."""

SYNONYMS_ID = """
mulai awal
akhir selesai
beli peroleh
bangun dirikan
besar raya
bantu tolong
tunjuk perlihat
kata ujar tutur sebut ucap ungkap jelas tambah papar tegas
terang jelas papar
tulis karang
dapat peroleh raih terima
jadi menjadi
beri serah kasih sedia
perlu butuh mesti
guna pakai manfaat
simpan taruh
punya miliki milik
ada terdapat
buka resmi
pergi berangkat
datang tiba sampai
kirim
angkut bawa
pindah geser
ubah ganti
baik benah pulih
rusak hancur
meninggal wafat mati tewas
menang juara
izin boleh perkenan
larang cegah
coba usaha upaya
pilih
pikir anggap kira nilai
tahu kenal
paham ngerti
ajar didik latih
bicara cakap omong
minta mohon
jawab balas
setuju sepakat
tolak
ingin mau hendak
harap
rencana niat
suka gemar
lihat tampak saksi pandang
jadi langsung
terjadi berlangsung
lanjut terus
naik tingkat tambah
turun kurang susut
produksi hasil buat
cipta buat
kelola urus atur
pimpin kepala ketua
biaya harga ongkos tarif
gaji upah
uang dana
kerja tugas
pegawai karyawan pekerja buruh staf
bos atasan pemimpin
utama pokok
perusahaan firma
toko kedai warung gerai
rumah kediaman
jalan
mobil kendaraan
pesawat
kapal perahu
kereta
perjalanan trip
wisatawan turis pengunjung pelancong
pengunjung tamu
murid siswa pelajar peserta_didik
guru pengajar
dokter
anak bocah
pria laki-laki lelaki
wanita perempuan
ayah bapak
ibu
film
buku kitab
gambar lukis
foto
lagu
penulis pengarang
penyakit
sakit
obat
luka cedera
kaya
miskin
cepat lekas
mudah gampang
sulit sukar susah
penting
benar betul tepat
salah keliru
seluruh semua segenap
kosong
baru
lama kuno
biasa umum lazim
sering kerap
jarang langka
tahun tahunan
hari harian
minggu pekan
bulan bulanan
sekitar kira-kira kurang_lebih hampir
hampir nyaris
lebih atas
dekat
antara
dua
daerah wilayah kawasan
negara negeri
kota
desa kampung dusun
gunung bukit
laut
hutan rimba
batu
hujan
badai topan
angin
dingin sejuk
panas hangat
undang-undang uu
aturan peraturan ketentuan
pengadilan mahkamah
hakim
pengacara advokat
polisi
penjara
kejahatan kriminal
kontrak perjanjian
suara
pemilu pemilihan
pemerintah
menteri
parlemen dpr dewan
perang
tentara pasukan
serang
teliti riset kaji studi
uji tes coba
hasil
lapor
data angka
jumlah banyak
bagian porsi
jenis macam ragam
cara metode
tujuan maksud sasaran
sebab alasan
dampak pengaruh akibat
masalah persoalan
bahaya risiko
peluang kesempatan
manfaat untung
batas
tingkat taraf
laju
berat bobot
tinggi
panjang
lama durasi
usia umur
singkat pendek
tengah pusat
tepi pinggir
puncak
warna
tiket karcis
bayar
denda
hadiah
laba untung
utang hutang
tumbuh
beri_tahu
saran anjur
perintah suruh
undang
gabung satu
hubung
pisah
lepas bebas
terbit
masak
campur aduk
gali
tanam
panen petik
kumpul
cuci bersih
lempar buang
tangkap
pukul
kalah
main
pentas tampil
tinggal huni diam
tetap
tunggu nanti
tidur
pakai kenakan
pesan
batal
tunda undur
ganti
milik punya
pecat phk berhenti
angkat tunjuk
tutup
sembunyi
temu
cari
lindung jaga
selamat
sembuh pulih
periksa cek
ukur
hitung
liput cakup
isi muat kandung
pengaruh
sama serupa
beda lain
beberapa sejumlah
banyak
sedikit
hanya cuma sekadar
sendiri
bersama
lagi kembali
juga pula
tetapi tapi namun akan_tetapi
karena sebab
sedangkan sementara
maka
jika kalau apabila bila
sebelum
setelah sesudah usai
selama
hingga sampai
kini sekarang saat_ini
segera
lalu kemudian
selalu senantiasa
mungkin barangkali
pasti tentu
terutama khususnya
sangat amat sekali
sepenuhnya
mantan bekas
pertama
terkenal tenar masyhur
indah cantik
pintar cerdas
tenang
marah
gembira senang
sedih
takut
lelah capek
kuat
lemah
gelap
terang
bahaya
aman
sehat
tebal
lebar
pemilik
penyewa
pembeli konsumen pelanggan
penjual pedagang
produsen pembuat
petani
nelayan
penyanyi
pemain
pelatih
penggemar
lawan
teman kawan
suami
istri
raja sultan
warga penduduk
penumpang
sopir pengemudi
wajib harus
boleh dapat bisa
dua_minggu
lusin 12
separuh setengah 50
seperempat 25
rb ribu
km kilometer
"""
