"""The network in training: what is left out changes nothing, and a killed run goes on as it was. Needs torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training import train  # noqa: E402
from training.encode import collect_labels, encode_window  # noqa: E402
from training.export import Exported, load_average  # noqa: E402
from training.layers import WIDTH, Layer  # noqa: E402
from training.network import EMBEDDINGS, Reader, sizes_of  # noqa: E402
from training.parts import Part  # noqa: E402
from training.prepare import Prepared  # noqa: E402
from training.windows import Window  # noqa: E402
from variorum.reader.network import OUTPUTS, WEIGHTS  # noqa: E402
from variorum.reader.pieces import load_tokenizer  # noqa: E402

SENTENCE = Window(
    corpus="treebank",
    words=("The", "ferry", "never", "sank", "."),
    breaks=(3, 1, 1, 1, 0),
    sentences=((0, 5),),
    ends=(False, False, False, False, True),
    columns={
        "upos": ("DET", "NOUN", "ADV", "VERB", "PUNCT"),
        "xpos": ("DT", "NN", "RB", "VBD", "."),
        "feats": ("_",) * 5,
        "lemma": ("-0+",) * 5,
        "relation": ("det", "nsubj", "advmod", "root", "punct"),
        "licence": ("", "", "", "negated", ""),
    },
    heads=(1, 3, 3, -1, 3),
)


ONCE = {"treebank": 1.0}

#: Outputs that treebanks teach.
OF_TREEBANKS = {
    "end", "upos", "xpos", "feats", "lemma", "licence", "certainty", "arcs", "rel_child", "rel_head"
}  # fmt: skip


def test_pieces_that_are_not_asked_for_change_nothing() -> None:
    """The last layer gives the same for chosen pieces as for all, and so it does when taken apart for export."""
    torch.manual_seed(1)
    layer, x, bias = Layer().eval(), torch.randn(2, 7, WIDTH), torch.zeros(2, 1, 1, 7)
    at = torch.tensor([[0, 3], [1, 6]])[:, :, None].expand(-1, -1, WIDTH)
    wanted = torch.gather(layer(x, bias), 1, at)
    assert torch.allclose(layer(x, bias, at), wanted, atol=1e-5)
    layer.take_apart()
    assert torch.allclose(layer(x, bias, at), wanted, atol=1e-5)


def prepared() -> Prepared:
    """Return one sentence, many times over, as training data."""
    tokenizer = load_tokenizer(str(WEIGHTS / "tokenizer.json"))
    labels = collect_labels([SENTENCE] * 3)
    example = encode_window(SENTENCE, tokenizer, labels)
    assert example is not None
    return Prepared(labels, {"treebank": [example] * 40}, np.zeros((1, WIDTH), np.float16), [], [])


class Killed(train.Run):
    """A run that is killed right after the checkpoint of its fourth step."""

    def save(self) -> None:
        """Write the checkpoint, then end."""
        super().save()
        if self.step == 4:
            raise KeyboardInterrupt


def silent(line: str) -> None:
    """Take a line of the log and do nothing with it."""
    assert line


def untouched(net: Reader, folder: Path) -> None:
    """Leave the network as it was drawn."""
    assert net.pieces.weight.shape[1] == WIDTH, folder


def test_a_killed_run_goes_on_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights are the same with and without a kill in the second part."""
    monkeypatch.setattr(train, "load_trunk", untouched)
    monkeypatch.setattr(train, "encoder_folder", Path)
    torch.set_num_threads(1)
    data = prepared()
    parts = (Part("one", 3, 1, ONCE), Part("two", 2, 1, ONCE, trunk_drop=0.1, masked=0.2))
    settings = train.Settings(parts=parts, pieces=32, checkpoint_every=4)
    whole = train.Run(data, settings, tmp_path / "whole", "cpu")
    whole.go(silent)
    with pytest.raises(KeyboardInterrupt):
        Killed(data, settings, tmp_path / "killed", "cpu").go(silent)
    again = train.Run(data, settings, tmp_path / "killed", "cpu")
    assert again.resume()
    assert again.step == 4
    again.go(silent)
    for name, value in whole.net.state_dict().items():
        assert torch.equal(value, again.net.state_dict()[name]), name


def test_embeddings_never_learn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the original encoder knows of words that the corpora lack stays as it is, while the trunk moves."""
    monkeypatch.setattr(train, "load_trunk", untouched)
    monkeypatch.setattr(train, "encoder_folder", Path)
    run = train.Run(prepared(), train.Settings(parts=(Part("one", 2, 1, ONCE),), pieces=32), tmp_path, "cpu")
    before = {name: p.clone() for name, p in run.net.state_dict().items()}
    run.go(silent)
    moved = {name for name, p in run.net.state_dict().items() if not torch.equal(p, before[name])}
    assert "layers.0.qkv.weight" in moved
    assert not any(name.startswith(EMBEDDINGS) for name in moved)


def test_the_mean_of_the_ends_of_parts_is_exported_where_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part leaves its moving average; of one alone it is that, of both their mean."""
    monkeypatch.setattr(train, "load_trunk", untouched)
    monkeypatch.setattr(train, "encoder_folder", Path)
    parts = (Part("one", 4, 1, ONCE), Part("one again", 4, 1, ONCE))
    train.Run(prepared(), train.Settings(parts=parts, pieces=32), tmp_path, "cpu").go(silent)
    one, two = (torch.load(tmp_path / part.end, weights_only=True)["arc_mix"] for part in parts)
    assert not torch.equal(one, two)
    last, _ = load_average(tmp_path / "checkpoint.pt", [tmp_path / parts[1].end])
    assert torch.equal(last.arc_mix, two)
    mean, _ = load_average(tmp_path / "checkpoint.pt", [tmp_path / part.end for part in parts])
    assert torch.allclose(mean.arc_mix, (one + two) / 2)


def test_trees_come_from_the_network_that_learned_them_alone() -> None:
    """Its heads of treebanks, and only these, give in the joined network what they gave in their own."""
    sizes = sizes_of(prepared().labels.sets)
    rest, alone = Reader(sizes).eval(), Reader(sizes).eval()
    alone.pieces, alone.positions, alone.types, alone.norm = rest.pieces, rest.positions, rest.types, rest.norm
    given = torch.randn(1, 6, WIDTH), torch.ones(1, 6), torch.ones(1, 6).long(), torch.tensor([[1, 3, 4]])
    apart = rest.heads(rest.encode(*given)), alone.heads(alone.encode(*given))
    rest.take_trees(alone)
    joined = rest.heads(rest.encode(*given))
    for name, value in joined.items():
        source = apart[name in OF_TREEBANKS]
        assert torch.allclose(value, source[name], atol=1e-5), name
        assert not torch.allclose(value, apart[name not in OF_TREEBANKS][name], atol=1e-5), name


def test_export_gives_the_heads_of_every_word() -> None:
    """What is exported has one row a word in each output, with one trunk and with two."""
    sizes = sizes_of(prepared().labels.sets)
    net = Reader(sizes).eval()
    rows, mask, first = torch.randn(1, 6, WIDTH), torch.ones(1, 6), torch.tensor([[1, 3, 4]])
    trees, others = net.encode(rows, mask, mask.long(), first)
    assert trees is others
    for _ in range(2):
        outputs = zip(OUTPUTS, Exported(net)(rows, mask, mask.long(), first), strict=True)
        assert all((4 if name == "rel_head" else 3) in output.shape for name, output in outputs)
        net = Reader(sizes).eval()
        net.take_trees(Reader(sizes).eval())
