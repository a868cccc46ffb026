"""The figures of a site."""

from collections.abc import Callable

from groundsmith.recipes.page.report import PageReport
from groundsmith.records import Record

MakeRecords = Callable[..., dict[str, Record]]


def test_the_report_counts_items_by_category_and_what_they_lack(
    records: MakeRecords, catalogue: str
) -> None:
    made = records(catalogue.replace("author_id: 1", "author_id: 9", 1))
    report = PageReport(["a", *made])

    for record in made.values():
        report.add(record)
    figures = report.as_dict()

    assert figures["files"] == {"planned": 21, "written": 20, "accepted": 19, "rejected": 1}
    assert figures["categories"]["metal"]["complete"] == 0
    assert figures["categories"]["metal"]["rejected"] == 1
    assert figures["categories"]["wood"]["success_share"] == 1.0
    assert figures["categories"]["wood"]["missing_facts"] == 1
    assert figures["components"]["author"] == {"rejected": 1, "accepted": 1}
    assert figures["rejected_by"] == {"author-unknown": 1}
    assert figures["tips"][-1]["figure"] == "1 of 1 rejected files, of 20 in all"


def test_an_empty_site_has_no_shares() -> None:
    figures = PageReport([]).as_dict()

    assert figures["files"] == {"planned": 0, "written": 0, "accepted": 0, "rejected": 0}
    assert figures["tips"] == []
