"""What the tests of evaluations share."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tests.evaluation.test_library_run import BITS, SIZE
from vhdesk.hashing.linear import LinearHasher
from vhdesk.hashing.lsh import make_lsh
from vhdesk.systems.card import card
from vhdesk.systems.system import System


@pytest.fixture
def system() -> System:
    """A real hasher on features that the test writes itself; nothing is encoded."""
    found = dataclasses.replace(card("desk"), feature=SIZE, bits=BITS)
    projections = {bits: make_lsh(SIZE, bits) for bits in BITS}
    return System(found, None, LinearHasher(np.zeros(SIZE, np.float32), projections), "f")
