"""The network in training: what is left out changes nothing, and a killed run goes on as it was. Needs torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training import train  # noqa: E402
from training.encode import collect_labels, encode_window  # noqa: E402
from training.export import Exported  # noqa: E402
from training.layers import WIDTH, Layer  # noqa: E402
from training.network import OF_TREES, Reader, sizes_of  # noqa: E402
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
    """Weights are the same with and without a kill in the third part, in which only trees learn."""
    monkeypatch.setattr(train, "load_trunk", untouched)
    monkeypatch.setattr(train, "encoder_folder", Path)
    torch.set_num_threads(1)
    data = prepared()
    parts = (Part("one", 2, 1, ONCE), Part("two", 1, 1, ONCE, own=1), Part("three", 2, 1, ONCE, own=2, trees_only=True))
    settings = train.Settings(parts=parts, pieces=32, checkpoint_every=4)
    whole = train.Run(data, settings, tmp_path / "whole", "cpu")
    whole.go(silent)
    with pytest.raises(KeyboardInterrupt):
        Killed(data, settings, tmp_path / "killed", "cpu").go(silent)
    again = train.Run(data, settings, tmp_path / "killed", "cpu")
    assert again.resume()
    assert (again.step, len(again.net.own)) == (4, 2)
    again.go(silent)
    assert not torch.equal(whole.net.own[-1].qkv.weight, whole.net.layers[-1].qkv.weight)
    for name, value in whole.net.state_dict().items():
        assert torch.equal(value, again.net.state_dict()[name]), name


def test_only_trees_learn_where_the_part_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In such a part every head but those of treebanks gives what it gave before."""
    monkeypatch.setattr(train, "load_trunk", untouched)
    monkeypatch.setattr(train, "encoder_folder", Path)
    parts = (Part("one", 2, 1, ONCE, own=1), Part("two", 2, 1, ONCE, own=2, trees_only=True))
    run = train.Run(prepared(), train.Settings(parts=parts, pieces=32), tmp_path, "cpu")
    run.go(silent)
    after = train.Run(prepared(), train.Settings(parts=parts[:1], pieces=32), tmp_path / "short", "cpu")
    after.go(silent)
    after.net.load_state_dict(after.average, strict=False)
    before = after.net.state_dict()
    changed = {n for n, p in run.net.state_dict().items() if n in before and not torch.equal(p, before[n])}
    assert changed
    assert all(name.startswith(OF_TREES) for name in changed)


def test_export_gives_the_heads_of_every_word() -> None:
    """What is exported has one row a word in each output, and the two trunks are one until they are forked."""
    net = Reader(sizes_of(prepared().labels.sets)).eval()
    rows, mask, first = torch.randn(1, 6, WIDTH), torch.ones(1, 6), torch.tensor([[1, 3, 4]])
    trees, others = net.encode(rows, mask, mask.long(), first)
    assert trees is others
    net.fork(2)
    trees, others = net.encode(rows, mask, mask.long(), first)
    assert torch.equal(trees, others)
    outputs = zip(OUTPUTS, Exported(net)(rows, mask, mask.long(), first), strict=True)
    assert all((4 if name == "rel_head" else 3) in output.shape for name, output in outputs)
