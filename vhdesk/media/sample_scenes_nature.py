"""Moving scenes of nature, drawn with numpy; ``t`` is in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy import cos, exp, pi, sin

if TYPE_CHECKING:
    from vhdesk.media.sample_drawing import Canvas


def sunrise(c: Canvas) -> None:
    """Hills in parallax under a rising sun."""
    clouds, grass = c.noise(0.5, 0.1, c.right + 1), c.noise(0.05, 0.02, c.right + 6)
    low, high = c.ramp((0.25, 0.3, 0.55), (0.95, 0.55, 0.4), (1, 0.8, 0.5)), c.ramp((0.25, 0.5, 0.9), (0.7, 0.85, 1))
    colours = np.array([(0.62, 0.6, 0.72), (0.42, 0.5, 0.5), (0.3, 0.48, 0.25), (0.16, 0.33, 0.1)])
    for t in c.times:
        c.start(c.mix(c.mix(low, high, t / 9), (1, 0.93, 0.88), np.clip(c.window(clouds, t / 20) * 2 - 1, 0, 0.8)))
        c.glow(1.0, 0.55 - 0.05 * t, 0.8, (1, 0.8, 0.4), 0.7)
        c.disc(1.0, 0.55 - 0.05 * t, 0.09, (1, 0.95, 0.75), soft=0.01)
        for k, colour in enumerate(colours):
            s = c.x + t * 0.018 * 3**k
            swell = (sin(2.3 * s + k * 2) + 0.5 * sin(5.1 * s + k) + 0.12 * sin(23 * s) * (k < 2)) * (0.04 + 0.01 * k)
            c.below(0.46 + 0.125 * k + swell, colour * (0.6 + 0.8 * c.window(grass, t * 0.018 * 3**k)))


def beach(c: Canvas) -> None:
    """Waves that roll on a beach with a parasol and a palm; a boat sails by, and the evening comes."""
    clouds, ripples, grain = (
        c.noise(0.5, 0.12, c.right + 1),
        c.noise(0.12, 0.015, c.right + 1.5, 2, 2),
        0.85 + 0.3 * c.noise(0.03),
    )
    sky = c.ramp((0.2, 0.5, 0.95), (0.9, 0.97, 1), (1, 1, 1))
    evening = c.ramp((0.3, 0.16, 0.4), (0.98, 0.5, 0.25), (1, 0.8, 0.5))
    water = c.ramp((0, 0.2, 0.4), (0.1, 0.45, 0.65), (0.5, 0.9, 0.8))
    rim = [(0.45 + 0.24 * cos(pi * (1 + j / 6)), 0.62 + 0.2 * sin(pi * (1 + j / 6))) for j in range(7)]
    for t in c.times:
        late = min(max((t - 3) / 14, 0), 0.85)
        c.start(c.mix(c.mix(sky, 1, np.clip(c.window(clouds, t / 30) * 3 - 1.6, 0, 1)), evening, late))
        c.below(0.4, c.mix(water, evening, late / 2) + 0.5 * (c.window(ripples, t / 15, 0.9 - t / 25) - 0.5))
        boat = 0.02 + 0.06 * t
        c.poly([(boat, 0.2), (boat, 0.4), (boat + 0.13, 0.4)], (1, 1, 0.96))
        c.poly([(boat - 0.1, 0.41), (boat + 0.15, 0.41), (boat + 0.1, 0.46), (boat - 0.06, 0.46)], (0.55, 0.12, 0.1))
        tide = 0.72 + 0.05 * sin(t * 1.3) + 0.02 * sin(4 * c.x + t) + 0.012 * sin(13 * c.x - 2 * t)
        c.below(tide - 0.035, np.array((0.95, 1, 1)) * grain)
        c.below(tide, np.array((0.7, 0.6, 0.42)) * grain)
        c.below(0.82 + 0.02 * sin(3 * c.x), np.array((0.93, 0.82, 0.6)) * grain)
        for k in range(6):
            c.poly([(0.45, 0.42), rim[k], rim[k + 1]], (0.95, 0.2, 0.15) if k % 2 else (1, 1, 0.95))
        c.line(0.45, 0.45, 0.5, 0.93, 0.014, (0.45, 0.3, 0.15))
        c.poly([(0.58, 0.88), (0.86, 0.88), (0.9, 0.95), (0.58, 0.95)], (0.2, 0.4, 0.9))
        for k in range(14):
            x, y = 1.5 - 0.01 * k, 1 - k * 0.06
            c.line(x, y, x - 0.01, y - 0.06, 0.05 - 0.0015 * k, (0.4 + k % 2 * 0.1, 0.3, 0.16))
        for k in range(9):
            a = 0.2 + k * 0.36
            x, y = 1.36 + 0.26 * cos(a), 0.14 - 0.1 * sin(a)
            c.line(1.36, 0.14, x, y, 0.035, (0.1, 0.42, 0.12))
            c.line(x, y, x + 0.1 * cos(a), y + 0.12 + 0.03 * sin(1.7 * t + k), 0.03, (0.15, 0.55, 0.15))


def aquarium(c: Canvas) -> None:
    """Fish, weeds, bubbles and dancing light."""
    light, sand = c.noise(0.15, 0.1, c.right + 2, 2.5, 2), c.noise(0.02)
    fish = c.scatter(11, (0, 3), (0.12, 0.78), (0.1, 0.3), (0.04, 0.085), (0, 1))
    bubbles = c.scatter(26, (0.2, 0.35), (0, 1), (0.006, 0.016))
    water = c.ramp((0.2, 0.65, 0.85), (0.05, 0.35, 0.65), (0.02, 0.15, 0.35))
    for t in c.times:
        rays = abs(c.window(light, t / 12, 0.2) - c.window(light, 1 - t / 20, 0.6 + t / 30))
        c.start(water + np.clip(0.16 - rays, 0, 1) * 1.6 * (1 - c.y[..., None]))
        c.below(0.87 + 0.02 * sin(5 * c.x), np.array((0.85, 0.7, 0.45)) * (0.5 + 0.8 * sand))
        for x, y, r in ((1.2, 0.92, 0.13), (1.38, 0.95, 0.1), (0.5, 0.95, 0.08)):
            c.ball(x, y, r, (0.42, 0.36, 0.3))
        for k in range(63):
            foot, y = 0.12 + k // 9 * 0.07 + (k > 35) * 0.5, 0.92 - k % 9 * 0.055
            bend = [0.05 * sin(1.5 * t + k // 9 + 0.6 * j) * j / 9 for j in (k % 9, k % 9 + 1)]
            green = (0.1, 0.4 + k // 9 % 4 / 20, 0.15)
            c.line(foot + bend[0], y, foot + bend[1], y - 0.055, 0.028 - 0.002 * (k % 9), green)
        for x0, y0, speed, r, tint in fish:
            way = 1 if tint > 0.4 else -1
            x, y = (x0 + way * speed * t) % (c.right + 0.6) - 0.3, y0 + 0.02 * sin(2 * t + 9 * tint)
            tail, flick = x - way * r * 1.1, 0.35 * r * sin(9 * t + 20 * tint)
            colour = c.hue(0.02 + 0.17 * tint if tint > 0.3 else 0.9 + tint / 6)
            ends = [(tail - way * r, y - 0.7 * r + flick), (tail - way * r * 0.8, y + 0.7 * r + flick)]
            c.poly([(tail, y), *ends], colour * 0.8)
            c.disc(x, y, r * 1.4, colour, r * 0.75)
            c.rect(x - r * 0.15, y - r * 0.6, x + r * 0.15, y + r * 0.6, (1, 1, 1), 0.85, r * 0.1)
            c.disc(x + way * r * 0.85, y - r * 0.15, r * 0.16, (0, 0, 0.1))
        for x, phase, r in bubbles:
            y = 0.9 - (phase + t * 0.3) % 1
            c.disc(x + 0.015 * sin(20 * y), y, r, (0.75, 0.95, 1), alpha=0.6)


def snow(c: Canvas) -> None:
    """Snow over pine trees."""
    ground, flakes = c.noise(0.1, 0.05), c.scatter(200, (0, 3), (0, 1), (0.15, 0.5), (0, 6))
    trees = sorted(c.scatter(17, (0, c.right), (0.6, 0.95), (0.28, 0.5)).tolist(), key=lambda tree: float(tree[1]))
    c.start(c.ramp((0.5, 0.58, 0.7), (0.75, 0.8, 0.87), (0.93, 0.94, 0.97)))
    c.below(0.58 + 0.04 * sin(2 * c.x + 1), c.mix((0.72, 0.78, 0.9), (1, 1, 1), ground))
    for x, foot, tall in trees:
        needles = c.mix((0.42, 0.53, 0.55), (0.06, 0.25, 0.17), (foot - 0.6) / 0.35)
        c.rect(x - 0.015, foot - 0.1, x + 0.015, foot, (0.25, 0.17, 0.12))
        for k in range(5):
            y, w = foot - 0.06 - tall * 0.17 * k, tall * (0.3 - 0.05 * k)
            c.poly([(x - w, y), (x + w, y), (x, y - tall * 0.34)], needles)
            c.poly([(x - w, y), (x - w * 0.2, y - tall * 0.07), (x, y - tall * 0.34)], (0.95, 0.97, 1), 0.85)
    for t in c.repainted():
        for x, y, speed, phase in flakes:
            left = (x + 0.06 * sin(t + phase) - 0.1 * t) % (c.right + 0.1)
            c.disc(left, (y + speed * t) % 1.05, 0.004 + speed * 0.018, 1, alpha=0.9, soft=0.006)


def leaves(c: Canvas) -> None:
    """Leaves that fall among birches."""
    falling = c.scatter(60, (0, 2), (0, 1.2), (0.12, 0.3), (0.025, 0.055), (0, 1))
    blur = c.mix((0.85, 0.5, 0.1), (0.98, 0.85, 0.4), c.noise(0.25, 0.2))
    c.start(c.mix(blur, (0.45, 0.45, 0.12), c.noise(0.3) ** 2))
    bark = c.mix((0.93, 0.9, 0.85), (0.15, 0.13, 0.12), c.noise(0.1, 0.02) > 0.62)
    for x, w in ((0.15, 0.07), (0.52, 0.045), (0.85, 0.1), (1.25, 0.05), (1.55, 0.08)):
        c.rect(x - w, -1, x + w, 2, bark * (1 - 0.6 * ((c.x - x) / w)[..., None] ** 2))
    c.below(0.86 + 0.02 * sin(4 * c.x), c.mix((0.35, 0.15, 0.05), (0.95, 0.5, 0.1), c.noise(0.03, 0.02)))
    for t in c.repainted():
        for x, y, speed, r, turn in falling:
            a = 9 * turn + 2 * t * (turn - 0.4)
            at = np.array([(x + 0.15 * sin(1.3 * t + 9 * turn) + 0.05 * t) % (c.right + 0.1), (y + speed * t) % 1.15])
            tip = r * np.array([cos(a), sin(a)])
            side = tip[::-1] * (-1, 1) * (0.25 + 0.3 * abs(sin(2 * t + 7 * turn)))
            colour = np.array((0.85 + 0.1 * turn, 0.12 + 0.55 * turn, 0.05))
            c.poly([at - tip, at - tip * 0.3 + side, at + tip, at - tip * 0.3 - side], colour)
            (x0, y0), (x1, y1) = at - 1.5 * tip, at + 0.8 * tip
            c.line(x0, y0, x1, y1, 0.004, colour * 0.55)


def campfire(c: Canvas) -> None:
    """Flames and sparks at night."""
    flame, soil = c.noise(0.09, 0.16, tall=12), c.noise(0.05)
    sparks, m = c.scatter(40, (-0.1, 0.1), (0, 1), (-0.2, 0.2)), c.right / 2
    c.start(c.ramp((0.01, 0.02, 0.08), (0.04, 0.06, 0.14)))
    for x, y in c.scatter(90, (0, c.right), (0, 0.6)):
        c.disc(x, y, 0.003, (0.8, 0.85, 1))
    for x in np.arange(0, c.right, 0.13):
        c.poly([(x - 0.1, 0.75), (x + 0.1, 0.75), (x, 0.25 + 0.2 * sin(40 * x))], (0.01, 0.03, 0.03))
    near = exp(-(((c.x - m) / 0.7) ** 2) - ((c.y - 0.8) / 0.3) ** 2)[..., None]
    c.below(0.72, (0.06 + soil) * near * np.array((0.9, 0.45, 0.15)))
    high = np.clip((0.88 - c.y) / 0.75, 0, 1)
    for t in c.repainted():
        c.glow(m, 0.6, 0.9, (0.9, 0.35, 0.05), 0.32 + 0.05 * sin(11 * t) * sin(7 * t))
        for k in range(9):
            c.ball(m + 0.34 * cos(k * 0.7), 0.88 + 0.07 * sin(k * 0.7), 0.055, (0.4, 0.33, 0.3))
        for side in (-1, 1):
            c.line(m - side * 0.26, 0.92, m + side * 0.2, 0.8, 0.07, (0.3, 0.16, 0.08))
            c.disc(m - side * 0.26, 0.92, 0.03, (0.75, 0.5, 0.3))
        lean = (c.x - m - 0.05 * sin(3 * t + 5 * c.y) * high) / (0.03 + 0.24 * (1 - high) ** 0.8)
        heat = 1.5 * c.window(flame, 0, 1.1 * t)[..., 0] + 0.35 - 1.1 * lean**2 - high
        heat = np.clip(heat, 0, 1) * (c.y < 0.88) * (high < 0.96)
        c.picture += np.clip(heat[..., None] * (2.4, 2, 2.2) - (0, 0.5, 1.4), 0, 1)
        for x, phase, drift in sparks:
            up = (phase + 0.4 * t) % 1
            x += drift * up + 0.03 * sin(9 * up + 20 * phase)
            c.disc(m + x, 0.75 - 0.8 * up, 0.006, (1, 0.7, 0.2), alpha=1 - up)


def balloons(c: Canvas) -> None:
    """Striped hot-air balloons over misty mountains."""
    clouds, rock = c.noise(0.6, 0.08, c.right + 1), c.noise(0.12, 0.2)
    sky = c.ramp((0.35, 0.6, 0.95), (0.85, 0.9, 0.98), (1, 0.9, 0.75))
    ridges = [
        0.62 + 0.1 * k - (0.14 - 0.04 * k) * abs(sin((2.1 + k) * c.x + 2 * k)) - 0.015 * sin(19 * c.x) for k in range(3)
    ]
    flown = ((0.1, 0.75, 0.1, 0.05), (0.95, 0.55, 0.11, 0.6), (1.5, 0.8, 0.13, 0.33), (0.45, 0.66, 0.19, 0.9))
    for t in c.times:
        c.start(c.mix(sky, 1, np.clip(c.window(clouds, t / 25) * 2 - 0.9, 0, 0.9)))
        for k, edge in enumerate(ridges):
            c.below(edge, c.mix((0.3, 0.33, 0.45), (0.75, 0.78, 0.85), (0.55 - 0.25 * k) + 0.4 * (rock - 0.5)))
        for x0, y0, r, tint in flown:
            x = (x0 + 0.3 * r * t) % (c.right + 0.5) - 0.25
            y = y0 - 0.035 * t + 0.01 * sin(2 * t + 9 * tint) - r

            def striped(a: Any, b: Any, x: float = x, y: float = y, r: float = r, tint: float = tint) -> Any:
                bulge = np.arcsin(np.clip((a - x) / np.sqrt(np.maximum(r * r - (b - y) ** 2 * 0.6, 1e-6)), -1, 1))
                paint = np.where((sin(6 * bulge + 0.8) > 0)[..., None], c.hue(tint), (1, 0.95, 0.85))
                return paint * (0.75 + 0.35 * np.clip(1 - (a - x) / r - 0.3 * (b - y) / r, 0, 1.2))[..., None] * 0.9

            foot = [(x + 0.15 * r, y + 1.35 * r), (x - 0.15 * r, y + 1.35 * r)]
            c.poly([(x - 0.86 * r, y + 0.5 * r), (x + 0.86 * r, y + 0.5 * r), *foot], striped)
            c.disc(x, y, r, striped)
            for end in (-0.12, 0.12):
                c.line(x + end * r, y + 1.35 * r, x + end * r, y + 1.6 * r, 0.004, (0.3, 0.2, 0.1))
            c.rect(x - 0.17 * r, y + 1.58 * r, x + 0.17 * r, y + 1.85 * r, (0.5, 0.32, 0.15), r=0.03 * r)
            c.glow(x, y + 1.3 * r, 0.4 * r, (1, 0.8, 0.3), 0.6 * max(0.0, float(sin(4 * t + 20 * tint))))
