"""What is no contradiction: namesakes, strangers, far pronouns, looking back, unlike numbers."""

import pytest

from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.validators.registry import check

_EN = [
    "There were two Tom Bakers in Eastry. Old Tom Baker was tall and had one eye. Young Tom Baker"
    " was short, and both of his eyes were brown.",
    "Captain Hale was tall and bald. Lieutenant Hale was short. Captain Hale combed nothing."
    " Lieutenant Hale combed his long hair.",
    "King Aldric had died in the spring. His groom was also called Aldric, and Aldric the groom"
    " rode the mare to the river.",
    "Sergeant Nora Pell was at the gate. An old man came out of the cottage. Walter Pell shook"
    " hands with nobody.",
    "Nora was a woman of forty-one. There was a girl at the pool.\n\nShe was about seventeen, and"
    ' she had a whistle. "Ready?" asked the teacher, a girl of about seventeen.',
    "Anna Vos was aboard, and so was Oskar Lind. Oskar fell from the mast. Anna ran. Bill ran too."
    " We buried him the next day.\n\nAnna made tea.",
    "I signed on in June. The captain shouted. I cooked and she ate. We sailed and we saw the ice."
    " We came home in May. I left the ship and I married. She drank and sang and slept. The mate"
    " laughed. I wept. Captain Moss has retired to a house with a garden, where she grows beans.",
    "The train was forty minutes late. The journey took five hours.",
    "The fleet had nine ships. Of the nine ships only two were in the harbour. When the two ships"
    " lay side by side, Ann waved.",
    "Ben lost his ring in the stable. On Friday the ring turned up in a sack of oats. Ben wore the"
    " ring again.",
    "People began to say that Jack had drowned. Jack stood in the door with fish.",
    "The train had taken him home. Peter rode on.\n\nPeter said nothing.",
    "Mary took the ring from her finger. Mary put the ring on again.",
    "Kit was a small woman, and her hair was bright blue. In May Kit had washed the blue out of her"
    " hair and was brown again.",
    "Ned was twenty-three.\n\nThere was a card in the parcel.\n\n*For N., on his twelfth"
    " birthday.*\n\nNed read it.",
    "Everybody called him Little Joe. Joe was a tall man. Little Joe stooped at the door.",
    "She thought that he had died on Sunday. Dr Helen Marsh closed her bag. Dr Marsh drove home.",
]
_ID = [
    "Di desa itu ada dua orang yang bernama Hasan. Haji Hasan gemuk dan tinggi. Hasan tukang"
    " sepeda kurus dan pendek.",
    "Kapten Surya tinggi. Letnan Surya pendek. Kapten Surya tertawa. Letnan Surya pulang.",
    "Pak Yusuf buta huruf. Polisi itu juga bernama Yusuf. Briptu Yusuf membaca surat itu.",
    "Kartini meninggal pada bulan Mei. Anak itu bernama Kartini juga. Kartini kecil duduk di"
    " tangga.",
    "Hendrik Lasut dibunuh malam itu. Hendrik Lasut orang kaya. Tamu perempuan itu bernama Cornelia"
    " Lasut.",
    "Ratih pergi ke pasar. Istri Hasan sudah tidak ada. Perempuan itu meninggal waktu melahirkan."
    "\n\nRatih menuangkan kopi.",
    "Menurut Ratih ia sedang tidur. Ia dimakamkan di samping Sulastri, dan Ratih yang menghendaki"
    " begitu.\n\nRatih menuangkan kopi.",
    "Jati duduk. Ketika Jati terbangun, seseorang berdiri di pintu dengan wajah Damar, dan ia"
    " menjerit. Damar meninggal kemarin.",
    "Orang mulai berkata bahwa Yanto mati tenggelam.\n\nYanto berdiri di haluan.",
    "Di pemakaman itulah Yanti bercerita tentang kereta.\n\nYanti tertawa.",
    "Umurku dua puluh tahun ketika aku mulai bekerja. Aku bekerja di kereta. Sekarang umurku lima"
    " puluh tahun.",
    "Penjual kacang itu bersumpah sampai hari ini bahwa sinyal itu naik sendiri. Malam itu hujan.",
    "Feri datang dua kali seminggu. Feri merapat pukul sepuluh, terlambat setengah jam. Ke kota"
    " empat jam perjalanan dengan feri.",
    "Adipati menutup muara dengan sembilan puluh kapal. Awak kapalnya dua belas orang.",
    "Adipati Bima menutup muara dengan sembilan puluh kapal. Pulau Wening hanya mempunyai empat"
    " puluh kapal.",
    "Ratu melepaskan cincin mutiara dari jarinya. Ratu memakai cincin mutiara itu lagi.",
    "Jati kehilangan cincin mutiara. Cincin itu terlepas dari jarinya dan lenyap di antara papan."
    "\n\nPada Kamis malam cincin itu muncul di dalam tong ikan.\n\nJati menggantungkan cincin"
    " itu di"
    " lehernya.",
    "Jati tidak bisa membaca. Galih mengajarinya membaca setiap siang, ketika ia tidak bisa"
    " tidur.\n\nJati membaca surat itu.",
    "Istri Darmo yang pertama, Lastri, meninggal pada tahun 1961. Darmo menikah lagi dengan Ratih."
    " Istrinya tertawa.",
]


@pytest.mark.parametrize("text", _EN)
def test_english_that_agrees_with_itself_is_not_reported(text: str) -> None:
    told = manuscript([("1.md", f"# One\n\n{text}\n")])

    assert [one.message for one in check(told).findings] == []


@pytest.mark.parametrize("text", _ID)
def test_indonesian_that_agrees_with_itself_is_not_reported(text: str) -> None:
    told = manuscript([("1.md", f"# Satu\n\n{text}\n")])

    assert [one.message for one in check(told).findings] == []
