"""English sentences, and what is asked of them; a sentence that names nothing is left alone."""

from types import SimpleNamespace

import pytest

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.qa.content import Pair
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.records import Chunk, ChunkKind


def pairs_of(text: str, headings: tuple[str, ...] = (), limit: int = 10) -> list[Pair]:
    chunk = Chunk(
        id="doc#/1",
        document="doc",
        start=0,
        stop=len(text),
        overlap_chars=0,
        text=text,
        headings=headings,
        kind=ChunkKind.PROSE,
    )
    return extract(chunk, RuleSplitter(), SimpleNamespace(questions_per_chunk=limit))


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Warsaw's first stock exchange was established in 1817 and continued trading.",
            "When was Warsaw's first stock exchange established?",
            "1817",
        ),
        (
            "In 1884, Nikola Tesla moved to the city of New York.",
            "When did Nikola Tesla move to the city of New York?",
            "1884",
        ),
        (
            "On May 28, 2012, Jacksonville was hit by Tropical Storm Beryl.",
            "When was Jacksonville hit by Tropical Storm Beryl?",
            "May 28, 2012",
        ),
        (
            "The trip from Paris to Lyon takes about two hours.",
            "How long does the trip from Paris to Lyon take?",
            "about two hours",
        ),
        (
            "The British Library holds more than 170 million items.",
            "How many items does the British Library hold?",
            "more than 170 million",
        ),
        (
            "The city of Warsaw has a population of 1,711,324 residents.",
            "What is the population of the city of Warsaw?",
            "1,711,324 residents",
        ),
        (
            "Two hundred people were killed in the Warsaw Uprising.",
            "How many people were killed in the Warsaw Uprising?",
            "Two hundred",
        ),
        (
            "The annual membership of the Royal Society costs £75.",
            "How much does the annual membership of the Royal Society cost?",
            "£75",
        ),
        (
            "In 1884, Nikola Tesla was hired by Thomas Edison.",
            "Who hired Nikola Tesla in 1884?",
            "Thomas Edison",
        ),
        (
            "Roger Guiscard conquered the island of Malta in 1091.",
            "Who conquered the island of Malta in 1091?",
            "Roger Guiscard",
        ),
        (
            "Roger Guiscard conquered the island of Malta in 1091.",
            "What did Roger Guiscard conquer in 1091?",
            "the island of Malta",
        ),
        (
            "The stadium of Legia Warsaw is located in the Wola district.",
            "Where is the stadium of Legia Warsaw located?",
            "the Wola district",
        ),
        (
            "Nikola Tesla died in New York City in January 1943.",
            "Where did Nikola Tesla die in January 1943?",
            "New York City",
        ),
        ("The largest city in Poland is Warsaw.", "What is the largest city in Poland?", "Warsaw"),
        (
            "Fresno is the county seat of Fresno County in California.",
            "What is Fresno?",
            "the county seat of Fresno County in California",
        ),
        (
            "William Farel was a student of Lefevre who led the Swiss Reformation.",
            "Who was William Farel?",
            "a student of Lefevre who led the Swiss Reformation",
        ),
        (
            "In India, private schools are called independent schools.",
            "What are private schools called in India?",
            "independent schools",
        ),
        (
            "The council praised Marlee Matlin, an American actress and author, for her work.",
            "Who is Marlee Matlin?",
            "an American actress and author",
        ),
        (
            "Chinese physicians opposed Western medicine because it contradicted their philosophy.",
            "Why did Chinese physicians oppose Western medicine?",
            "because it contradicted their philosophy",
        ),
        (
            "A Bonafide Certificate is used to open a bank account.",
            "What is a Bonafide Certificate used for?",
            "to open a bank account",
        ),
        (
            "The Hauteville family achieved princely rank by proclaiming a prince of its own.",
            "How did the Hauteville family achieve princely rank?",
            "by proclaiming a prince of its own",
        ),
        (
            "The Main Quadrangles consist of six smaller courts of equal size.",
            "What do the Main Quadrangles consist of?",
            "six smaller courts of equal size",
        ),
        (
            "It was judged by the National Board of Accreditation (NBA) in Delhi.",
            "What does NBA stand for?",
            "National Board of Accreditation",
        ),
        (
            "Bertrand's postulate states that there is a prime between a number and its double.",
            "What does Bertrand's postulate state?",
            "that there is a prime between a number and its double",
        ),
        (
            "Yale College accepted 5.3% of applicants for the class of 2019.",
            "What percentage of applicants for the class of 2019 did Yale College accept?",
            "5.3%",
        ),
        (
            "The tower of Pisa is 56 metres tall and leans to one side.",
            "How tall is the tower of Pisa?",
            "56 metres",
        ),
        (
            "The city of Berlin covers 891 square kilometres in the north of the country.",
            "How large an area does the city of Berlin cover?",
            "891 square kilometres",
        ),
        (
            "In 2010, 26% of the people of Kenya were able to read English.",
            "What percentage of the people of Kenya were able to read English in 2010?",
            "26%",
        ),
        (
            "Nikola Tesla (10 July 1856 – 7 January 1943) was an inventor of the modern age.",
            "When did Nikola Tesla die?",
            "7 January 1943",
        ),
        (
            "The Rhine Delta, also known as the Rhine–Meuse Delta, is the mouth of the river.",
            "What is the Rhine Delta also known as?",
            "the Rhine–Meuse Delta",
        ),
        (
            "The city of Bolivar is named after Simon Bolivar.",
            "Who or what is the city of Bolivar named after?",
            "Simon Bolivar",
        ),
        (
            "The panel of Geneva was set up to review the laws of the sea.",
            "What was the panel of Geneva set up to do?",
            "review the laws of the sea",
        ),
        (
            "The principle of faunal succession is based on the appearance of fossils in rocks.",
            "What is the principle of faunal succession based on?",
            "the appearance of fossils in rocks",
        ),
        (
            "The council was praised by Queen Mary, who was born in 1867, for its work.",
            "When was Queen Mary born?",
            "1867",
        ),
        (
            "Fresno was founded in 1872, and Selma was founded in 1880 by four farmers.",
            "When was Selma founded by four farmers?",
            "1880",
        ),
    ],
)
def test_a_statement_becomes_its_question(sentence: str, question: str, answer: str) -> None:
    asked = {pair.question: pair.answer for pair in pairs_of(sentence)}

    assert asked.get(question) == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "It was founded in 1817 by the king of the country.",
        "This document was written in 1999 for the members of the club.",
        "The company was founded in 1900 by a group of friends.",
        "Construction of the bridge began in 1850 and was finished in 1859.",
        "Economist Joseph Stiglitz reported in 2009 that the growth was too small.",
        "The buildings were designed by Cobb, Shepley, Rutan and Coolidge, and other firms.",
        "The prize was shared by the following people in the year 1950.",
        "Amity is a great choice for students who like the city.",
        "He moved to New York in 1884, where he worked for Edison.",
    ],
)
def test_a_statement_that_does_not_stand_alone_is_not_asked(sentence: str) -> None:
    assert pairs_of(sentence) == []


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Nikola Tesla was an inventor of the modern age. He was born in 1856 in Smiljan.",
            "When was Nikola Tesla born in Smiljan?",
            "1856",
        ),
        (
            "Fresno is a city in the Central Valley. It was founded by farmers in 1872.",
            "When was Fresno founded by farmers?",
            "1872",
        ),
        (
            "Fresno is a city in the Central Valley. The city was founded by farmers in 1872.",
            "When was Fresno founded by farmers?",
            "1872",
        ),
        (
            "Fresno is a city in the Central Valley. Its largest employer is Saint Agnes Hospital.",
            "What is Fresno's largest employer?",
            "Saint Agnes Hospital",
        ),
    ],
)
def test_a_pronoun_stands_for_the_one_subject_before_it(
    text: str, question: str, answer: str
) -> None:
    asked = {pair.question: pair.answer for pair in pairs_of(text)}

    assert asked.get(question) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Nikola Tesla was hired by Thomas Edison. He was born in 1856 in a village.",
        "Fresno is a city in a valley. Selma is a city on a hill. The city was built in 1872.",
        "They met at the river. It was founded in 1872 by a king.",
        "Fresno is a city in the valley. It is likely that the town was founded in 1872.",
    ],
)
def test_a_pronoun_that_may_mean_another_is_not_asked(text: str) -> None:
    assert not {pair.answer for pair in pairs_of(text)} & {"1856", "1872"}


def test_an_answer_may_run_over_the_line_breaks_of_its_source() -> None:
    text = "YAML is a data serialization format designed\n    for people and languages alike."

    [pair] = pairs_of(text)

    assert pair.answer == text[8:-1]


def test_a_general_subject_is_asked_of_the_document_by_its_title() -> None:
    sentence = "The annual fee for most doctoral programs is ₹75,000."

    asked = {pair.question for pair in pairs_of(sentence, ("Handbook of Example College",))}

    assert asked == {
        "According to “Handbook of Example College”, what is the annual fee for most doctoral "
        "programs?"
    }


def test_a_duty_under_an_aim_asks_what_must_be_done() -> None:
    sentence = "To keep the grant, the student must pass all exams of the year."

    asked = {pair.question: pair.answer for pair in pairs_of(sentence, ("Grants of Oxford",))}

    assert asked == {
        "According to “Grants of Oxford”, what must the student do to keep the grant?": (
            "pass all exams of the year"
        )
    }


def test_no_more_is_asked_than_wanted_and_the_kinds_are_mixed() -> None:
    text = (
        "Fresno was founded in 1872. Selma was founded in 1880. Madera was founded in 1876. "
        "Merced was built in 1889. Fresno is the county seat of Fresno County in California."
    )

    asked = pairs_of(text, limit=3)

    assert len(asked) == 3
    assert {pair.kind for pair in asked} == {"temporal", "definition"}


def test_text_in_another_language_gives_no_question() -> None:
    assert (
        pairs_of("Die Universität wurde im Jahr 1817 von dem König in der Stadt gegründet.") == []
    )
    assert pairs_of("বিশ্ববিদ্যালয়টি ১৮১৭ সালে প্রতিষ্ঠিত হয়েছিল।") == []
