"""What is called something: kin, beasts, boats, houses, places, weapons, and who works."""

from groundsmith.recipes.story.words.roles import ROLES
from groundsmith.verify.words.listing import listed

ONE_KIN = listed(
    """
    wife husband mother father grandmother grandfather mother-in-law father-in-law fiancée fiancé
    istri isteri suami ibu ayah nenek kakek mertua tunangan bapak emak
    """
)
"""Kin of whom a person has one, or speaks of one so."""

KIN = listed(
    """
    daughter son sister brother child baby aunt uncle niece nephew cousin twin grandson
    granddaughter anak putra putri adik kakak bibi paman cucu keponakan sepupu bayi
    """
)
"""Kin of whom there may be more: only who is the only one can have no second name."""

OWN = listed(
    """
    dog cat horse mare pony donkey mule parrot hound puppy kitten goat cow stallion falcon raven
    boat ship yacht schooner sloop brig barge steamer ferry trawler airship starship
    sword blade dagger axe spear bow company firm band gang newspaper planet moon comet
    anjing kucing kuda kerbau burung sapi kambing perahu kapal kapal-induk sampan feri keris
    pedang tombak golok perusahaan koran planet bulan komet partai
    """
)
"""What has a name of its own, and of which a story tells as of the one."""

LOCAL = listed(
    """
    inn tavern pub hotel café cafe restaurant shop theatre cinema farm house manor castle mill
    school college hospital village town hamlet city street lane square river stream lake island
    mountain hill forest country kingdom province church abbey
    warung kedai toko hotel losmen penginapan restoran rumah-makan desa kampung dusun kota jalan
    sungai kali danau pulau gunung bukit hutan negeri kerajaan provinsi sekolah pesantren pasar
    gereja masjid kafe
    """
)
"""Of these a story may tell of several: two names clash only where it says which, or for ever."""

WORK = {
    "en": ROLES["en"] | listed(
        """
        baker butcher gardener teacher cook maid housekeeper nurse doctor priest vicar driver
        coachman gamekeeper landlady landlord postman verger sexton tailor cobbler blacksmith smith
        miller barber chemist librarian headmaster headmistress caretaker innkeeper stable-boy groom
        governess butler steward bailiff sheriff mayor clerk victim
        """
    ),
    "id": ROLES["id"] | listed(
        """
        guru tukang-kebun tukang-cukur tukang-roti tukang-jahit sopir pembantu perawat dokter
        kusir juru-masak pengasuh penghulu lurah camat bupati kepala-sekolah penjaga satpam mandor
        korban bidan
        """
    ),
}  # fmt: skip
"""Who is known by what they do."""
