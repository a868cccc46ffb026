import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.records import Claim, Evidence, Finding
from groundsmith.verify.checks import CHECKS, REFUTING, hard_findings, weak_signs


def found(text: str, source: str) -> list[Finding]:
    return hard_findings(_claim(text), [_whole(source)])


def _claim(text: str) -> Claim:
    return Claim(text=text, start=0, stop=len(text))


def _whole(source: str) -> Evidence:
    return Evidence(input=0, start=0, stop=len(source), text=source)


@pytest.mark.parametrize(
    ("code", "source", "text"),
    [
        (
            "quotation-differs",
            'The mayor said: "We will rebuild the old bridge next year."',
            'The mayor said: "We will rebuild the old tower next year."',
        ),
        (
            "quantifier-differs",
            "Most of the shops in the arcade stand empty.",
            "All of the shops in the arcade stand empty.",
        ),
        (
            "quantifier-differs",
            "Sebagian siswa kelas enam mengikuti lomba itu.",
            "Semua siswa kelas enam mengikuti lomba itu.",
        ),
        (
            "direction-differs",
            "Rents in the city rose by a tenth last year.",
            "Rents in the city fell by a tenth last year.",
        ),
        (
            "direction-differs",
            "Harga beras di pasar naik sepuluh persen tahun lalu.",
            "Harga beras di pasar turun sepuluh persen tahun lalu.",
        ),
        (
            "roles-swapped",
            "Oak is harder than pine.",
            "Pine is harder than oak.",
        ),
        (
            "modality-differs",
            "The council may close the pool in winter.",
            "The council must close the pool in winter.",
        ),
        (
            "modality-differs",
            "The firm plans to open a plant in Ghent.",
            "The firm has opened a plant in Ghent.",
        ),
        (
            "modality-differs",
            "Peserta boleh membawa kamus ke ruang ujian.",
            "Peserta wajib membawa kamus ke ruang ujian.",
        ),
        (
            "antonym-differs",
            "The gate in the north wall is open until dusk.",
            "The gate in the north wall is closed until dusk.",
        ),
        (
            "antonym-differs",
            "Gerbang utara keraton dibuka setiap pagi.",
            "Gerbang utara keraton ditutup setiap pagi.",
        ),
        (
            "negation-differs",
            "The results of the second trial were reliable.",
            "The results of the second trial were unreliable.",
        ),
        (
            "negation-differs",
            "The pump cannot be used with salt water.",
            "The pump can be used with salt water.",
        ),
        ("unit-differs", "The trail is 7 km long.", "The trail is 7 miles long."),
        (
            "unit-differs",
            "The stall costs 60 euros a week to rent.",
            "The stall costs 60 euros a month to rent.",
        ),
        (
            "date-differs",
            "The library is closed on Tuesdays and the archive on Fridays.",
            "The library is closed on Wednesdays and the archive on Fridays.",
        ),
        (
            "name-differs",
            "The engine was designed by Maria Voss. Later Ivan Petrov sold it.",
            "The engine was designed by Ivan Petrov.",
        ),
    ],
)
def test_what_contradicts_the_source_has_its_finding(code: str, source: str, text: str) -> None:
    codes = [finding.code for finding in found(text, source)]

    assert code in codes
    assert found(source, source) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The film lasts 90 minutes.", "The film lasts an hour and a half."),
        ("The lake lies at 1,800 metres.", "The lake lies at 1.8 km."),
        ("It was 35 °C at noon in Karachi.", "It was 95 °F at noon in Karachi."),
        ("Bibit ditanam sedalam 50 sentimeter.", "Bibit ditanam sedalam setengah meter."),
        ("A subscription costs £120 a year.", "A subscription costs £10 a month."),
        ("Some 312 beds are free.", "About 300 beds are free."),
        ("Two fifths of the members voted.", "40 percent of the members voted."),
        ("Oak is harder than pine.", "Pine is softer than oak."),
        ("The club sold its captain to Lazio.", "Lazio bought its captain from the club."),
        ("The soil is not infertile.", "The soil is fertile."),
        ("Drivers must not park here.", "Drivers are not allowed to park here."),
        ("All nine islands have a school.", "Some of the islands have a school."),
        ("The lava failed to reach the village.", "The lava did not reach the village."),
        ('The sign says "Cash before delivery".', 'The sign says: "cash before delivery."'),
        ("John Ronald Tolkien began the book.", "J. R. Tolkien began the book."),
        ("The United Kingdom signed the accord.", "The UK signed the accord."),
        ("The carpenter started the work.", "The carpenter began the work."),
        ("Karyawan tidak harus menjawab pesan itu.", "Karyawan tidak wajib menjawab pesan itu."),
    ],
)
def test_a_faithful_rewording_raises_no_alarm(source: str, text: str) -> None:
    assert found(text, source) == []


def test_a_finding_points_at_the_source_as_well() -> None:
    source = "Nobody knew. The northern gate has been closed since May."

    (finding,) = found("The northern gate has been open since May.", source)

    assert finding.source is not None
    assert finding.source.text == "closed"
    assert source[finding.source.start : finding.source.stop] == "closed"


def test_what_the_source_bears_out_in_part_is_a_doubt_that_refutes_nothing() -> None:
    source = "The ferry from the old harbour carries 120 passengers and 12 cars in summer."

    (finding,) = found("In winter the ferry carries 150 passengers and their dogs.", source)

    assert finding.code == "may-differ"
    assert finding.stage == "numbers"
    assert finding.code not in REFUTING


def test_a_quotation_of_another_speaker_is_a_sign_and_no_finding() -> None:
    source = 'Anna Berg called the plan "a leap in the dark". Otto Falk kept silent.'
    claim = _claim('Otto Falk called the plan "a leap in the dark".')

    signs = weak_signs(claim, [_whole(source)])

    assert signs == {"quotations": 1.0}
    assert "speaker-differs" not in [f.code for f in hard_findings(claim, [_whole(source)])]


def test_an_opposite_that_is_said_of_another_thing_is_no_finding() -> None:
    source = "The old gate is open. In winter the stone bridge over the river is closed."
    claim = _claim("The stone bridge over the river is lit, and the gate to the fair is closed.")

    assert hard_findings(claim, [_whole(source)]) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The bill came to 90 euros, and 3 friends split it.", "Each friend paid 30 euros."),
        ("The train was due at 14:05 and came at 14:50.", "The train was 45 minutes late."),
        ("He died in 1921; ten years later the house was opened.", "It opened in 1931."),
        ("The film runs for 2 hours 10 minutes.", "The film runs for 130 minutes."),
        ("The final was watched by 21,400,000 people.", "21 million people watched it."),
        ("The sheet measures 210 by 297 mm.", "The sheet is 21 cm wide."),
        ("Dia bangun pukul setengah enam.", "Dia bangun pukul 05.30."),
        ("The freezer is kept at −18 °C.", "The freezer is kept at 0 °F."),
    ],
)
def test_what_is_reckoned_from_the_source_raises_no_alarm(source: str, text: str) -> None:
    assert found(text, source) == []


def test_in_a_copy_nothing_is_reckoned() -> None:
    source = "The hall has 40 seats downstairs and 20 seats upstairs, and a bar."

    codes = [finding.code for finding in found(source.replace("40", "60"), source)]

    assert codes == ["number-differs"]


def test_every_check_has_a_name_and_a_version() -> None:
    assert all(re.fullmatch(r"[a-z]+@\d+", name) for name in CHECKS)


_CUES = """
no not all some only may must rose fell than by 5 km % “ ” open closed May A B , . tidak
"""
_WORDS = st.sampled_from(_CUES.split())


@given(st.lists(_WORDS, max_size=40), st.lists(_WORDS, max_size=60))
def test_no_order_of_words_breaks_a_check(claim: list[str], source: list[str]) -> None:
    text, shown = " ".join(claim), " ".join(source)

    findings = found(text, shown)

    assert all(f.span is not None and f.span.stop <= len(text) for f in findings)
    assert all(
        f.source is None or shown[f.source.start : f.source.stop] == f.source.text for f in findings
    )


@given(st.text(alphabet=st.characters(), max_size=80), st.text(max_size=120))
def test_no_text_breaks_a_check(text: str, source: str) -> None:
    assert found(text, source) == found(text, source)
