"""Trees in shares, and examples that several networks labelled. Needs torch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from tests.training.test_network import SENTENCE, silent  # noqa: E402
from training.encode import Example, Labels, collate_batch, collect_labels, encode_window  # noqa: E402
from training.losses import mixed_losses  # noqa: E402
from training.network import Reader, sizes_of  # noqa: E402
from training.silver import label  # noqa: E402
from training.soft import SoftTree, likeliest, spread  # noqa: E402
from variorum.reader.network import WEIGHTS  # noqa: E402
from variorum.reader.pieces import load_tokenizer  # noqa: E402


def encoded() -> tuple[Example, Labels]:
    """Return one sentence with its tree, as arrays."""
    labels = collect_labels([SENTENCE] * 3)
    example = encode_window(SENTENCE, load_tokenizer(str(WEIGHTS / "tokenizer.json")), labels)
    assert example is not None
    return example, labels


def certain(example: Example) -> SoftTree:
    """Return the tree of an example in shares, all of them whole."""
    whole = np.ones((len(example.heads), 1), np.float16)
    return SoftTree(example.heads[:, None], whole, example.tags["relation"][:, None], whole)


def test_a_tree_without_doubt_costs_what_the_plain_one_does() -> None:
    """Shares of one head and one relation give the losses that the classes give, also beside a window without any."""
    torch.manual_seed(2)
    example, labels = encoded()
    net = Reader(sizes_of(labels.sets)).eval()
    soft = replace(example, soft=certain(example))
    found = [
        mixed_losses(net, collate_batch(batch, list(labels.sets)), torch.zeros(1, 384))
        for batch in ([example, example], [soft, soft], [soft, example])
    ]
    for losses in found[1:]:
        assert torch.allclose(losses["arcs"], found[0]["arcs"], atol=1e-5)
        assert torch.allclose(losses["relations"], found[0]["relations"], atol=1e-5)


def test_shares_are_spread_to_rows_that_sum_to_one() -> None:
    """What is cut off is given to what is kept; a window that nobody labelled has rows of zeros."""
    arcs = torch.softmax(torch.randn(3, 12), 1)
    tree = likeliest(arcs, torch.softmax(torch.randn(3, 30), 1))
    assert tree.heads.shape == (3, 8)
    assert tree.relations.shape == (3, 5)
    unknown = torch.full((2, 11), -100)
    heads, relations = spread([tree, None], unknown, unknown, 30)
    assert torch.allclose(heads[0, :3].sum(1), torch.ones(3), atol=1e-3)
    assert torch.allclose(relations[0, :3].sum(1), torch.ones(3), atol=1e-3)
    assert torch.equal(heads[0, :3].argmax(1), arcs.argmax(1))
    assert not heads[1].any()
    assert not relations[1].any()


def test_labels_are_those_of_the_networks() -> None:
    """A window is labelled once, with lawful trees inside its sentences, and one network's word is its own shares."""
    torch.manual_seed(3)
    example, labels = encoded()
    bare = replace(example, tags={}, heads=np.full(5, -100, np.int16), group=np.full(5, -1, np.int16))
    net = Reader(sizes_of(labels.sets)).eval()
    found = label([net], [example, bare, example], silent)
    assert len(found) == 1
    (given,) = label([net], [example], silent)
    assert (given.heads == 0).sum() == 1
    assert given.soft is not None
    batch = collate_batch([example], list(labels.sets))
    with torch.no_grad():
        out = net.heads(net.words(batch.ids, batch.mask, batch.shapes, batch.first))
        shares = torch.softmax(out["arcs"][0], -1)
    heads = torch.from_numpy(given.soft.heads.astype(np.int64))
    kept = torch.from_numpy(given.soft.head_shares.astype(np.float32))
    assert torch.allclose(shares.gather(1, heads), kept, atol=2e-3)


def test_sentences_that_nobody_told_are_found() -> None:
    """A window without sentences gets them from the networks: every word is in one, in order."""
    torch.manual_seed(4)
    example, labels = encoded()
    bare = replace(example, tags={}, heads=np.full(5, -100, np.int16), group=np.full(5, -1, np.int16))
    (found,) = label([Reader(sizes_of(labels.sets)).eval()], [bare], silent)
    assert found.group[0] == 0
    assert set(np.diff(found.group).tolist()) <= {0, 1}
    assert (found.heads == 0).sum() == found.group[-1] + 1
