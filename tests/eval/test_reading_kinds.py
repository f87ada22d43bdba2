"""Scores by genre, region and outlet rest on what the corpora's ids say."""

from pathlib import Path

import pytest

from eval.bootstrap import share
from eval.reading.kinds import by_kind, first_parts, genres, region
from eval.reading.scores import Score
from training.windows import Window


def test_a_treebank_document_names_its_genre(tmp_path: Path) -> None:
    """EWT's ids begin with the genre, GUM's have it second."""
    path = tmp_path / "a.conllu"
    path.write_text("# newdoc id = weblog-some.site_2004\n# text = x\n# newdoc id = GUM_news_storm\n", encoding="utf-8")
    assert genres(path) == ["weblog", "news"]


def test_only_a_primary_annotation_is_a_document(tmp_path: Path) -> None:
    """A text that several people annotated counts once; a corpus that does not say so counts whole."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"doc": "herald_1", "primary": true}\n{"doc": "herald_1", "primary": false}\n{"doc": "post_2"}\n')
    assert first_parts(path, "doc") == ["herald", "post"]


def test_an_outlet_writes_from_a_region() -> None:
    """A known country's outlets have their region, an unknown one keeps its own name."""
    assert region("ghana") == "Africa"
    assert region("atlantis") == "atlantis"


def test_documents_are_scored_kind_by_kind() -> None:
    """Kinds come in alphabetical order, each on its own documents, and only the wanted score of each."""

    def score(documents: object) -> list[Score]:
        size = len(documents)  # type: ignore[arg-type]
        return [
            Score(name=name, rows=[(1, size)], metric=share, counted=1, unit="documents") for name in ("kept", "other")
        ]

    documents = [Window("treebank", ("a",), (3,)) for _ in range(3)]
    found = by_kind(["news", "blog", "news"], documents, score, ["kept"])
    assert [(f.name, f.units) for f in found] == [("blog: kept", 1), ("news: kept", 2)]
    with pytest.raises(ValueError, match="longer"):
        by_kind(["news"], documents, score, ["kept"])
