"""An anti-aliased canvas on which the sample scenes are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy import hypot

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Colour = Any  # three numbers, an array as large as the picture, or a function of x and y


class Canvas:
    """An anti-aliased picture; coordinates run right and down in units of its height, colours are 0..1.

    Attributes:
        x: ``[1, W]``, of the pixel centres.
        y: ``[H, 1]``, of the pixel centres.
        right: x of the right edge.
        picture: ``[H, W, 3] float32``.
        rng: seeded, so that a scene is the same on every machine.
        times: the moments to paint, seconds; the picture must be finished when the next one is asked for.
    """

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.times: Iterator[float] = iter(())
        self.x: Floats = ((np.arange(width)[None] + 0.5) / height).astype(np.float32)
        self.y: Floats = ((np.arange(height)[:, None] + 0.5) / height).astype(np.float32)
        self.right = width / height
        self.picture: Floats = np.zeros((height, width, 3), np.float32)
        self.rng = np.random.default_rng(seed)

    def frame(self) -> NDArray[np.uint8]:
        """The picture as ``[H, W, 3] uint8 RGB``."""
        return np.clip(self.picture * 255, 0, 255).astype(np.uint8)

    def repainted(self) -> Iterator[float]:
        """:attr:`times`, each over what is on the canvas now."""
        background = self.picture.copy()
        for t in self.times:
            self.picture[:] = background
            yield t

    def start(self, background: Colour) -> None:
        """Paint everything."""
        self.picture[:] = background

    def cover(
        self, box: Any, distance: Callable[[Any, Any], Any], colour: Colour, alpha: float, soft: float = 0
    ) -> None:
        """Paint where ``distance(x, y) < 0`` in ``box`` (left, top, right, bottom), with an edge ``soft`` wide."""
        height, width, _ = self.picture.shape
        edge = max(soft, 1 / height)
        left, top = (max(0, int((v - edge) * height)) for v in box[:2])
        right, bottom = (int((v + edge) * height) + 1 for v in box[2:])
        if left >= min(right, width) or top >= min(bottom, height):
            return
        where = slice(top, max(0, bottom)), slice(left, max(0, right))
        x, y, part = self.x[:, where[1]], self.y[where[0]], self.picture[where]
        if callable(colour):
            colour = colour(x, y)
        elif np.shape(colour) == self.picture.shape:
            colour = colour[where]
        part += alpha * np.clip(0.5 - distance(x, y) / edge, 0, 1)[..., None] * (colour - part)

    def disc(
        self, x: float, y: float, r: float, colour: Colour, ry: float = 0, alpha: float = 1, soft: float = 0
    ) -> None:
        """An ellipse of half axes ``r`` and ``ry`` (0: a circle)."""
        tall = ry or r

        def outside(a: Any, b: Any) -> Any:
            return (hypot((a - x) / r, (b - y) / tall) - 1) * min(r, tall)

        self.cover((x - r, y - tall, x + r, y + tall), outside, colour, alpha, soft)

    def ball(self, x: float, y: float, r: float, colour: Colour) -> None:
        """A sphere lit from the upper left."""

        def lit(a: Any, b: Any) -> Any:
            light = np.clip(1 - hypot(a - x + 0.35 * r, b - y + 0.4 * r) / (1.7 * r), 0, 1)[..., None]
            return np.asarray(colour) * (0.3 + 0.9 * light) + light**6

        self.disc(x, y, r, lit)

    def glow(self, x: float, y: float, r: float, colour: Colour, alpha: float = 1) -> None:
        """A soft round light."""
        self.disc(x, y, r / 2, colour, alpha=alpha, soft=r)

    def rect(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, alpha: float = 1, r: float = 0) -> None:
        """A rectangle whose corners are rounded by ``r``."""
        cx, cy, w, h = (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2 - r, (y1 - y0) / 2 - r

        def outside(a: Any, b: Any) -> Any:
            across, down = abs(a - cx) - w, abs(b - cy) - h
            return hypot(np.maximum(across, 0), np.maximum(down, 0)) - r if r else np.maximum(across, down)

        self.cover((x0, y0, x1, y1), outside, colour, alpha)

    def poly(self, points: Any, colour: Colour, alpha: float = 1) -> None:
        """A convex polygon."""
        p = np.asarray(points, float)
        steps = np.roll(p, -1, 0) - p
        ends = p + steps
        turn = np.sign(np.sum(p[:, 0] * ends[:, 1] - p[:, 1] * ends[:, 0])) or 1.0
        steps *= (turn / np.maximum(hypot(*steps.T), 1e-9))[:, None]

        def outside(a: Any, b: Any) -> Any:
            sides = [(a - q[0]) * s[1] - (b - q[1]) * s[0] for q, s in zip(p, steps, strict=True)]
            return np.maximum.reduce(sides)

        self.cover((*p.min(0), *p.max(0)), outside, colour, alpha)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float, colour: Colour, alpha: float = 1) -> None:
        """A straight stroke with round ends."""
        dx, dy, r = x1 - x0, y1 - y0, width / 2
        square = dx * dx + dy * dy + 1e-12

        def outside(a: Any, b: Any) -> Any:
            along = np.clip(((a - x0) * dx + (b - y0) * dy) / square, 0, 1)
            return hypot(a - x0 - along * dx, b - y0 - along * dy) - r

        self.cover((min(x0, x1) - r, min(y0, y1) - r, max(x0, x1) + r, max(y0, y1) + r), outside, colour, alpha)

    def below(self, edge: Any, colour: Colour) -> None:
        """Everything under a height or a line of them, ``[1, W]``."""
        self.cover((0, float(np.min(edge)), self.right, 1), lambda x, y: edge - y + 0 * x, colour, 1)

    def ramp(self, *colours: Any) -> Floats:
        """``[H, 1, 3]``: from the first colour at the top to the last one at the bottom."""
        stops = np.linspace(0, 1, len(colours))
        return np.stack([np.interp(self.y, stops, [c[i] for c in colours]) for i in range(3)], -1).astype(np.float32)

    def noise(self, across: float, down: float = 0, wide: float = 0, tall: float = 1, octaves: int = 4) -> Floats:
        """``[tall*H, wide*H, 1]`` clouds of 0..1, the largest ``across`` by ``down``; 0 wide: the picture's."""
        height = self.picture.shape[0]
        shape = int(tall * height), int((wide or self.right) * height)
        total: Floats = np.zeros(shape, np.float32)
        for octave in range(octaves):
            cells = (down or across, across)
            steps = [np.arange(n) / (height * c) * 2**octave for n, c in zip(shape, cells, strict=True)]
            j, i = (s.astype(int) for s in steps)
            v, u = ((s % 1) ** 2 * (3 - 2 * (s % 1)) for s in steps)
            grid = self.rng.random((j[-1] + 2, i[-1] + 2), np.float32)
            band = grid[:, i] * (1 - u) + grid[:, i + 1] * u
            total += (band[j] * (1 - v[:, None]) + band[j + 1] * v[:, None]) * 0.5**octave
        total -= total.min()
        clouds: Floats = total[..., None] / total.max()
        return clouds

    def window(self, texture: Floats, dx: float = 0, dy: float = 0) -> Floats:
        """The part of a larger texture that starts at ``(dx, dy)``."""
        height, width, _ = self.picture.shape
        return texture[int(dy * height) :, int(dx * height) :][:height, :width]

    def scatter(self, count: int, *bounds: tuple[float, float]) -> Any:
        """``[count, len(bounds)]`` random numbers, each column between its bounds."""
        low, high = np.array(bounds, float).T
        return self.rng.uniform(low, high, (count, len(bounds)))

    @staticmethod
    def mix(first: Any, second: Any, share: Any) -> Any:
        """``first`` where ``share`` is 0, ``second`` where it is 1."""
        start = np.asarray(first, np.float32)
        return start + np.asarray(share, np.float32) * (np.asarray(second, np.float32) - start)

    @staticmethod
    def hue(turn: Any) -> Any:
        """A bright colour of the colour circle, ``[..., 3]``."""
        return 0.55 + 0.45 * np.cos(2 * np.pi * (np.asarray(turn)[..., None] - np.array([0, 0.33, 0.67])))
