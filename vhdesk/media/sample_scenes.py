"""Moving scenes of the town, of science and of play, drawn with numpy; ``t`` is in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy import cos, exp, hypot, pi, sin

if TYPE_CHECKING:
    from vhdesk.media.sample_drawing import Canvas


def harbour(c: Canvas) -> None:
    """A lit skyline, mirrored in the water, and a boat."""
    c.start(c.ramp((0.02, 0.03, 0.14), (0.16, 0.1, 0.32), (0.6, 0.28, 0.35), (0.8, 0.4, 0.3)))
    c.disc(1.45, 0.14, 0.06, (1, 0.95, 0.8), soft=0.01)
    x = -0.02
    while x < c.right:
        w, tall = c.rng.uniform(0.08, 0.16), c.rng.uniform(0.15, 0.48)
        c.rect(x, 0.66 - tall, x + w, 0.66, c.hue(c.rng.random()) * 0.07 + 0.03)
        for a, b in np.argwhere(c.rng.random((int(w / 0.026), int(tall / 0.03))) < 0.5):
            left, top = x + 0.01 + a * 0.026, 0.675 - tall + b * 0.03
            c.rect(left, top, left + 0.012, top + 0.014, (1, 0.8, 0.4) if (a * 7 + b) % 4 else (0.6, 0.85, 1))
        x += w + 0.01
    scene, height = c.picture.copy(), c.picture.shape[0]
    columns = np.arange(scene.shape[1])
    for t in c.repainted():
        deep = np.clip(c.y[:, 0] - 0.66, 0, 1)
        up = ((0.66 - deep + 0.02 * sin(90 * deep / (0.3 + deep) - 5 * t) * deep * 6) * height).astype(int)
        shift = (4 * sin(170 * deep / (0.5 + deep) - 7 * t)).astype(int)
        mirror = scene[np.clip(up, 0, height - 1)[:, None], np.clip(columns + shift[:, None], 0, len(columns) - 1)]
        c.below(0.66, mirror * 0.6 + (0, 0.02, 0.06))
        at = 0.3 + 0.1 * t
        c.poly([(at - 0.2, 0.74), (at + 0.24, 0.74), (at + 0.16, 0.81), (at - 0.17, 0.81)], (0.6, 0.1, 0.1))
        c.rect(at - 0.1, 0.66, at + 0.07, 0.74, (0.9, 0.9, 0.85))
        for k in range(3):
            c.disc(at - 0.07 + 0.055 * k, 0.7, 0.015, (1, 0.75, 0.3))
        c.glow(at + 0.2, 0.73, 0.1, (1, 0.9, 0.6), 0.5 + 0.5 * sin(4 * t))


def motorway(c: Canvas) -> None:
    """A road in perspective, with lane marks, trees and cars."""
    m, cars = c.right / 2, ((-0.5, 0.13, 0.45), (0.5, 0.2, 0), (-0.5, 0.16, 0.1), (0.5, 0.11, 0.5), (0.5, 0.15, 0.8))
    sky, turf = c.ramp((0.3, 0.6, 0.95), (0.9, 0.95, 1), (1, 1, 1)), c.noise(0.02, 0.01)
    deep = 1 / np.maximum(c.y - 0.42, 1e-3)
    for t in c.times:
        c.start(sky)
        c.below(0.42 - 0.05 * abs(sin(3 * c.x)), (0.35, 0.5, 0.6))
        band = 0.06 * (sin(3 * deep + 14 * t) > 0)
        c.below(0.42, np.array((0.25, 0.5, 0.15)) * (0.7 + 0.5 * turf + band[..., None]))
        side = abs(c.x - m) * deep
        c.picture[:] = np.where((side < 1.6)[..., None] & (deep < 900)[..., None], 0.3 + 0.1 * turf, c.picture)
        dash = (abs(side - 1.5) < 0.05) | ((side < 0.04) & (sin(3 * deep + 14 * t) > 0))
        c.picture[dash & (deep < 60)] = (0.95, 0.95, 0.9)
        things = [((k / 7 + 0.22 * t) % 1, way * 2.3, 0.0) for k in range(7) for way in (-1, 1)]
        things += [((phase + speed * t) % 1, lane * 1.6, 1.0 + k) for k, (lane, speed, phase) in enumerate(cars)]
        for near, lane, kind in sorted(things):
            s = 0.58 * near**3 + 0.004
            x, y = m + lane * s, 0.42 + s
            if kind:
                c.rect(x - 0.4 * s, y - 0.36 * s, x + 0.4 * s, y, c.hue(kind * 0.21), r=0.1 * s)
                c.rect(x - 0.32 * s, y - 0.6 * s, x + 0.32 * s, y - 0.3 * s, (0.1, 0.15, 0.2), r=0.1 * s)
                for lamp in (-0.3, 0.3):
                    c.disc(x + lamp * s, y - 0.2 * s, 0.06 * s, (1, 0.2, 0.1) if lane > 0 else (1, 1, 0.8))
            else:
                c.rect(x - 0.06 * s, y - 0.6 * s, x + 0.06 * s, y, (0.35, 0.22, 0.1))
                c.ball(x, y - 0.9 * s, 0.45 * s, (0.15, 0.42, 0.12))


def train(c: Canvas) -> None:
    """A long train that passes fields and poles; every carriage has its own colour."""
    field, hills = c.noise(0.04, 0.015), 0.45 - 0.06 * abs(sin(2 * c.x)) - 0.02 * sin(7 * c.x)
    c.start(c.ramp((0.55, 0.75, 0.95), (0.95, 0.9, 0.8), (1, 1, 0.9)))
    c.below(hills, (0.45, 0.58, 0.5))
    c.below(0.52, c.mix((0.75, 0.6, 0.2), (0.95, 0.85, 0.4), field))
    c.below(0.84, c.mix((0.25, 0.22, 0.2), (0.6, 0.55, 0.5), c.noise(0.015)))
    c.rect(0, 0.83, c.right, 0.85, (0.35, 0.3, 0.3))
    for t in c.repainted():
        for k in range(9):
            x = 2.2 + k * 1.02 - 0.6 * t
            colour = np.array((0.75, 0.1, 0.1)) if k == 0 else c.hue(0.3 + 0.17 * k) * 0.8
            c.rect(x, 0.46, x + 0.98, 0.76, colour, r=0.04)
            c.rect(x, 0.68, x + 0.98, 0.71, (0.95, 0.9, 0.8))
            for j in range(5):
                c.rect(x + 0.07 + j * 0.18, 0.52, x + 0.19 + j * 0.18, 0.62, (0.75, 0.9, 1), r=0.015)
            for wheel in (0.15, 0.3, 0.7, 0.85):
                c.disc(x + wheel, 0.79, 0.045, (0.15, 0.15, 0.17))
                c.line(x + wheel, 0.79, x + wheel + 0.03 * cos(9 * t), 0.79 + 0.03 * sin(9 * t), 0.012, (0.6,) * 3)
        for x in (0.35, 1.45):
            c.rect(x, 0.08, x + 0.03, 0.95, (0.3, 0.33, 0.35))
            c.line(x, 0.15, x + 0.25, 0.12, 0.015, (0.3, 0.33, 0.35))
        c.line(0, 0.14, c.right, 0.12, 0.006, (0.2, 0.2, 0.2))


def conveyor(c: Canvas) -> None:
    """Parcels on a conveyor belt, stamped in passing."""
    parcels = [(k * 0.42, *size) for k, size in enumerate(c.scatter(12, (0.11, 0.17), (0.14, 0.28), (0, 1)))]
    wall, card = c.mix((0.45, 0.55, 0.55), (0.6, 0.7, 0.68), c.noise(0.3)), 0.85 + 0.3 * c.noise(0.04, 0.01)
    boards = {p[3]: card * (c.hue(p[3]) * 0.85 if p[3] > 0.6 else np.array((0.75, 0.55, 0.32))) for p in parcels}
    c.start(np.where((c.x * 3 % 1 < 0.02)[..., None] | (c.y * 4 % 1 < 0.02)[..., None], 0.4, wall))
    c.rect(0, 0.02, c.right, 0.09, (0.95, 0.75, 0.1))
    c.below(0.94 + 0 * c.x, (0.3, 0.32, 0.34))
    for x in np.arange(0.15, c.right, 0.5):
        c.rect(x, 0.8, x + 0.07, 0.96, (0.25, 0.28, 0.33))
    for t in c.repainted():
        c.rect(-0.1, 0.7, c.right + 0.1, 0.82, (0.13, 0.13, 0.15), r=0.05)
        for x in np.arange(0.05, c.right, 0.14):
            c.disc(x, 0.76, 0.045, (0.6, 0.62, 0.65))
            c.line(x, 0.76, x + 0.035 * cos(7 * t), 0.76 + 0.035 * sin(7 * t), 0.014, (0.3, 0.3, 0.33))
        for x0, half, tall, tint in parcels:
            x = (x0 + 0.3 * t) % 5.04 - 0.4
            c.rect(x - half, 0.7 - tall, x + half, 0.7, boards[tint])
            c.rect(x - half, 0.7 - tall * 0.55, x + half, 0.7 - tall * 0.42, (0.92, 0.85, 0.65), 0.8)
            c.rect(x + half * 0.2, 0.7 - tall * 0.92, x + half * 0.85, 0.7 - tall * 0.62, (0.97, 0.97, 0.95))
            for k in range(6):
                left = x + half * (0.28 + 0.09 * k)
                c.rect(
                    left, 0.7 - tall * 0.86, left + half * (0.02 + 0.03 * (k % 2)), 0.7 - tall * 0.68, (0.1, 0.1, 0.1)
                )
        reach = 0.2 + 0.14 * max(0.0, float(sin(4.5 * t)))
        c.rect(0.82, 0.05, 0.88, reach, (0.8, 0.82, 0.85))
        c.rect(0.74, reach, 0.96, reach + 0.06, (0.85, 0.2, 0.12), r=0.015)
        c.disc(0.3, 0.2, 0.035, (1, 0.4, 0.1) if t % 1 < 0.5 else (0.45, 0.15, 0.05))


def fireworks(c: Canvas) -> None:
    """Rockets that burst over a dark town."""
    shots = c.scatter(22, (0.2, c.right - 0.2), (0.15, 0.45), (0.2, 0.38), (0, 1), (0, 12))
    ways = c.rng.normal(size=(60, 2))
    ways *= (c.rng.uniform(0.5, 1, 60) / hypot(*ways.T))[:, None]
    roofs = 0.9 - 0.08 * c.rng.random(40)[(c.x * 16).astype(int)]
    lit = (c.rng.random(4000)[((c.x * 40).astype(int) + 97 * (c.y * 40).astype(int)) % 4000] < 0.3) & (c.y > 0.86)
    lit &= (c.x * 40 % 1 < 0.5) & (c.y * 40 % 1 < 0.5)
    lights = c.mix((0.03, 0.03, 0.06), (0.85, 0.6, 0.25), lit[..., None])
    for t in c.times:
        c.picture[:] = c.picture * 0.87 if t else 0
        np.maximum(c.picture, c.ramp((0.01, 0.01, 0.06), (0.05, 0.03, 0.12)), out=c.picture)
        for x, y, size, tint, start in shots:
            age = (t - start) % 6
            if age < 0.7:
                c.disc(x, 1 - (1 - y) * age / 0.7, 0.008, (1, 0.9, 0.7))
            elif age < 2.3:
                out = size * (1 - exp(-3 * (age - 0.7)))
                colour, fade = c.mix(c.hue(tint), 1, 0.05 if age > 1.1 else 0.7), 1 - (age - 0.7) / 1.6
                for dx, dy in ways:
                    c.disc(x + dx * out, y + dy * out + 0.06 * (age - 0.7) ** 2, 0.011, colour, alpha=fade)
        c.below(roofs, lights)


def rain(c: Canvas) -> None:
    """Drops that run down a window; blurred lamps behind."""
    for x, y, r, tint in c.scatter(34, (0, c.right), (0.2, 0.9), (0.05, 0.13), (0, 1)):
        c.disc(x, y, r, c.hue(0.05 + 0.12 * tint if tint < 0.7 else tint), alpha=0.4, soft=0.015)
    scene = c.picture + c.ramp((0.08, 0.1, 0.16), (0.16, 0.17, 0.22))
    drops = c.scatter(150, (0, c.right), (0, 1), (0.006, 0.022), (0, 1))
    for t in c.times:
        c.start(np.roll(scene, int(6 * t), 1))
        for x, y, r, luck in drops:
            fall = 0.28 * t * luck if luck > 0.6 else 0
            top = (y + fall) % 1.1
            if fall:
                c.line(x, top - 0.2, x, top, r * 0.8, (0.75, 0.8, 0.85), 0.25)
            c.disc(x, top, r, (0.1, 0.12, 0.16), r * 1.25, 0.55)
            c.disc(x, top + r * 0.35, r * 0.75, (0.75, 0.8, 0.85), r * 0.8, 0.6)
            c.disc(x - r * 0.3, top - r * 0.4, r * 0.25, 1)


def flag(c: Canvas) -> None:
    """A striped flag in the wind above battlements."""
    clouds, sky = c.noise(0.5, 0.25, c.right + 1), c.ramp((0.25, 0.55, 0.95), (0.75, 0.88, 1))
    bricks = 0.55 + 0.2 * ((c.y * 22 % 1 > 0.12) & ((c.x * 9 + (c.y * 11).astype(int) % 2 * 0.5) % 1 > 0.05))
    stone = (bricks * (0.8 + 0.4 * c.noise(0.05)[..., 0]))[..., None] * np.array((1, 0.9, 0.75))
    u, edge = (c.x - 0.3) / 0.95, np.where(c.x * 5 % 1 < 0.55, 0.8, 0.86)
    for t in c.times:
        c.start(c.mix(sky, 1, np.clip(c.window(clouds, t / 15) * 2.4 - 1.2, 0, 1)))
        v = (c.y - 0.14 - 0.05 * u * sin(7 * u - 6 * t) - 0.03 * u) / 0.42
        light = 0.85 + 0.25 * cos(7 * u - 6 * t)[..., None]
        cloth = np.where((v * 5 % 2 < 1)[..., None], (0.05, 0.5, 0.5), (1, 0.97, 0.88))
        cloth = np.where((hypot((u - 0.5) * 2.2, v - 0.5) < 0.3)[..., None], (1, 0.5, 0.1), cloth)
        inside = (u > 0) & (u < 1) & (v > 0) & (v < 1)
        c.picture[inside] = (cloth * light)[inside]
        c.rect(0.27, 0.08, 0.3, 1, (0.85, 0.85, 0.85))
        c.ball(0.285, 0.07, 0.03, (0.9, 0.7, 0.2))
        c.below(edge, stone)


def clock(c: Canvas) -> None:
    """A station clock whose hands turn fast."""
    m, red, black = c.right / 2, (0.85, 0.1, 0.1), (0.05, 0.05, 0.08)
    wall = np.array((0.62, 0.3, 0.22)) * (0.7 + 0.5 * c.noise(0.03))
    joint = (c.y * 14 % 1 < 0.1) | ((c.x * 5 + (c.y * 14).astype(int) % 2 * 0.5) % 1 < 0.04)
    c.start(np.where(joint[..., None], (0.75, 0.7, 0.65), wall))
    c.disc(m + 0.02, 0.53, 0.46, (0.1, 0.05, 0.05), alpha=0.5, soft=0.05)
    c.disc(m, 0.5, 0.45, (0.12, 0.14, 0.16))
    c.disc(m, 0.5, 0.41, (0.97, 0.96, 0.92))
    for k in range(60):
        x, y, start = sin(k * pi / 30), -cos(k * pi / 30), 0.36 if k % 5 else 0.31
        c.line(m + start * x, 0.5 + start * y, m + 0.39 * x, 0.5 + 0.39 * y, 0.006 if k % 5 else 0.025, black)
    for t in c.repainted():
        hands = ((0.12, 0.22, 0.035, black), (1.44, 0.34, 0.022, black), (5, 0.33, 0.01, red))
        for k, (speed, size, w, colour) in enumerate(hands):
            turn = 4.2 - 1.7 * k + speed * t
            dx, dy = size * sin(turn), -size * cos(turn)
            c.line(m - 0.2 * dx, 0.5 - 0.2 * dy, m + dx, 0.5 + dy, w, colour)
        c.disc(m, 0.5, 0.03, red)


def mandelbrot(c: Canvas) -> None:
    """A zoom into the seahorse valley."""
    plane = ((c.x - c.right / 2) + 1j * (c.y - 0.5)).astype(np.complex64)
    for t in c.times:
        p = (plane * 0.07 * exp(-0.42 * t) + complex(-0.743644, 0.131826)).ravel()
        z, left, count = p.copy(), np.arange(p.size), np.zeros(p.size, np.float32)
        for step in range(220):
            z = z * z + p[left]
            size = z.real**2 + z.imag**2
            out = size > 64
            count[left[out]] = step + 1 - np.log2(np.log2(size[out]) / 6)
            z, left = z[~out], left[~out]
        tone = np.sqrt(count / 50).reshape(c.x.size, -1).reshape(c.picture.shape[:2])[..., None]
        c.start((0.5 - 0.5 * cos(5 * tone * (1, 1.15, 1.3) - (1.4, 1.2, 0.2))) * (tone > 0))


def life(c: Canvas) -> None:
    """Conway's game of life; cells cool with age."""
    size = -(-c.picture.shape[0] // 45)
    cells = (c.rng.random((45, c.picture.shape[1] // size + 1)) < 0.3).astype(np.int8)
    heat = cells.astype(np.float32)
    grid = (np.arange(c.picture.shape[0]) % size > 0)[:, None] & (np.arange(c.picture.shape[1]) % size > 0)
    for _ in c.times:
        around = sum(np.roll(cells, (j, i), (0, 1)) for j in (-1, 0, 1) for i in (-1, 0, 1)) - cells
        cells = ((around == 3) | ((cells == 1) & (around == 2))).astype(np.int8)
        heat = np.where(cells == 1, 1.0, heat * 0.86).astype(np.float32)
        tone = np.kron(heat, np.ones((size, size), np.float32))[: grid.shape[0], : grid.shape[1], None]
        c.start(c.mix((0.03, 0.05, 0.1), np.where(tone == 1, (0.7, 1, 0.4), (0.1, 0.6, 0.75)), tone * grid[..., None]))


def planets(c: Canvas) -> None:
    """Planets around a sun."""
    m, clouds = c.right / 2, c.noise(0.4)
    c.start(c.mix((0.01, 0.01, 0.04), (0.16, 0.05, 0.25), clouds**3))
    for k, (x, y) in enumerate(c.scatter(150, (0, c.right), (0, 1))):
        c.disc(x, y, 0.002 + 0.0015 * (k % 3), 0.9)
    for k in range(420):
        r, a = 0.24 + k % 4 * 0.18, 0.06 * k
        c.disc(m + r * cos(a), 0.5 + 0.42 * r * sin(a), 0.002, (0.5, 0.5, 0.7))
    tints = ((0.8, 0.7, 0.6), (0.2, 0.5, 1), (0.95, 0.35, 0.2), (0.9, 0.75, 0.5))
    c.glow(m, 0.5, 0.6, (1, 0.6, 0.1), 0.8)
    for t in c.repainted():
        turns = [(1.9 - 0.45 * k) * t + 2.6 * k for k in range(4)]
        c.ball(m, 0.5, 0.13, (1, 0.8, 0.2))
        for k in sorted(range(4), key=lambda i: float(sin(turns[i]))):
            x, y = m + (0.24 + k * 0.18) * cos(turns[k]), 0.5 + (0.1 + k * 0.076) * sin(turns[k])
            c.ball(x, y, (0.045, 0.065, 0.05, 0.09)[k], tints[k])
            if k == 3:
                c.line(x - 0.16, y + 0.04, x + 0.16, y - 0.04, 0.016, (1, 0.9, 0.7), 0.8)
        if sin(turns[0]) < 0:
            c.ball(m, 0.5, 0.13, (1, 0.8, 0.2))


def cradle(c: Canvas) -> None:
    """Newton's cradle on a desk."""
    m = c.right / 2
    c.start(c.ramp((0.75, 0.82, 0.78), (0.88, 0.92, 0.86), (0.8, 0.84, 0.8)))
    c.below(0.8, c.mix((0.35, 0.2, 0.1), (0.65, 0.42, 0.22), c.noise(0.6, 0.02)))
    c.rect(m - 0.5, 0.82, m + 0.5, 0.88, (0.1, 0.1, 0.12), r=0.02)
    for x in (m - 0.45, m + 0.45):
        c.line(x, 0.16, x, 0.85, 0.025, (0.6, 0.62, 0.65))
    c.line(m - 0.45, 0.16, m + 0.45, 0.16, 0.025, (0.6, 0.62, 0.65))
    for t in c.repainted():
        swing = 0.75 * cos(3.4 * t)
        for k in range(5):
            a = min(swing, 0) if k == 0 else max(swing, 0) if k == 4 else 0
            x = m + (k - 2) * 0.125
            c.line(x, 0.16, x + 0.46 * sin(a), 0.16 + 0.46 * cos(a), 0.005, (0.2, 0.2, 0.2))
            c.ball(x + 0.5 * sin(a), 0.16 + 0.5 * cos(a), 0.062, (0.6, 0.65, 0.72))


def bars(c: Canvas) -> None:
    """A bar-chart race."""
    speed, place = c.scatter(7, (0.03, 0.12), (0, 6), (0.1, 0.35)), np.arange(7.0)
    for t in c.times:
        c.start((0.97, 0.97, 0.95))
        size = 0.15 + speed[:, 2] + speed[:, 0] * t + 0.1 * sin(0.8 * t + speed[:, 1])
        place[:] += 0.15 * (np.argsort(np.argsort(-size)) - place)
        for k in range(1, 7):
            c.rect(0.25 + k * 0.22, 0.08, 0.252 + k * 0.22, 0.96, (0.8, 0.8, 0.8))
        c.rect(0.25, 0.025, 0.8, 0.06, (0.25, 0.25, 0.3))
        for k in range(7):
            y = 0.1 + place[k] * 0.125
            c.rect(0.1, y + 0.03, 0.22, y + 0.06, (0.4, 0.4, 0.45))
            c.rect(0.25, y, 0.25 + size[k], y + 0.1, c.hue(k / 7) * 0.9)
            c.rect(0.28 + size[k], y + 0.035, 0.36 + size[k], y + 0.065, (0.5, 0.5, 0.55))


def balls(c: Canvas) -> None:
    """Balls that bounce over a soft gradient."""
    thrown = c.scatter(9, (0, 4), (0.2, 0.6), (0.06, 0.12), (0, 1), (0.35, 0.75))
    for t in c.times:
        c.start(c.mix(c.ramp((1, 0.85, 0.9), (0.85, 0.8, 1)), (0.75, 0.95, 1), (c.x / c.right)[..., None]))
        c.below(0.88, (0.7, 0.65, 0.8))
        for x, speed, r, tint, up in thrown:
            span = c.right - 2 * r
            at = r + abs((x + speed * t) % (2 * span) - span)
            high = up * abs(sin(3 * t * (0.6 / up) ** 0.5 + 9 * tint))
            c.disc(at, 0.94, r * (1 - high * 0.5), (0.3, 0.25, 0.4), 0.02, 0.4, 0.03)
            c.ball(at, 0.94 - r - high * 0.9, r, c.hue(tint))


def spirograph(c: Canvas) -> None:
    """Inked curves that grow on paper."""
    m, last = c.right / 2, 0.0
    c.start(np.array((0.96, 0.93, 0.85)) * (0.92 + 0.1 * c.noise(0.02)))
    for t in c.times:
        for a in np.arange(last * 6, t * 6, 0.018):
            for k, (p, q) in enumerate(((5 / 3, 0.13), (8 / 5, 0.2), (11 / 4, 0.1))):
                x, y = ((0.43 - q) * f(s) + q * f(s * p * 2) for f, s in ((cos, a + k), (sin, a + k)))
                c.disc(m + x, 0.5 + y, 0.004, ((0.1, 0.15, 0.6), (0.8, 0.1, 0.2), (0.05, 0.5, 0.3))[k])
        last = t


def kaleidoscope(c: Canvas) -> None:
    """A mirrored, turning pattern of stained glass."""
    u, v = c.x - c.right / 2, c.y - 0.5
    points, tints = c.scatter(60, (0, 1.6), (0, 0.6)), c.hue(c.rng.random(60))
    r, a = hypot(u, v), np.arctan2(v, u)
    for t in c.times:
        fold = abs((a + 0.15 * t) % (pi / 4) - pi / 8)
        px, py = r * cos(fold) + 0.3 + 0.3 * sin(0.35 * t), r * sin(fold) + 0.15 + 0.1 * cos(0.5 * t)
        first, second = np.full(r.shape, 9, np.float32), np.full(r.shape, 9, np.float32)
        best = np.zeros(r.shape, int)
        for k, (x, y) in enumerate(points):
            d = (px - x) ** 2 + (py - y) ** 2
            best[d < first] = k
            second = np.minimum(second, np.maximum(first, d))
            first = np.minimum(first, d)
        lead = np.clip((np.sqrt(second) - np.sqrt(first)) * 60, 0, 1)
        c.start(tints[best] * (lead * (1.1 - 0.6 * r))[..., None])


def tunnel(c: Canvas) -> None:
    """A flight through a checkered tunnel."""
    for t in c.times:
        u, v = c.x - c.right / 2 - 0.15 * sin(t), c.y - 0.5 - 0.1 * cos(1.3 * t)
        r, a = hypot(u, v) + 1e-3, np.arctan2(v, u)
        deep = 0.35 / r + 2.2 * t
        odd = ((deep * 2).astype(int) + np.floor((a + 0.3 * t) * 6 / pi).astype(int)) % 2
        paint = np.where(odd[..., None] == 1, (0.95, 0.9, 0.75), c.hue(0.05 * deep) * 0.5)
        c.start(paint * np.clip(r * 2.4, 0, 1)[..., None] + exp(-(r[..., None] ** 2) * 80) * (1, 0.9, 0.6))


def smiley(c: Canvas) -> None:
    """A face that dances, blinks and sings before sun rays."""
    spin = np.arctan2(c.y - 0.5, c.x - c.right / 2)
    for t in c.times:
        c.start(np.where((sin(8 * spin + t) > 0)[..., None], (0.3, 0.75, 0.95), (0.45, 0.85, 1)))
        x, y = c.right / 2 + 0.25 * sin(1.9 * t), 0.5 + 0.08 * abs(sin(3.8 * t)) - 0.05
        c.disc(x, y, 0.33, (0.3, 0.2, 0))
        c.disc(x, y, 0.315, c.mix((1, 0.95, 0.3), (0.95, 0.6, 0.1), (c.y + 0 * c.x)[..., None]))
        for side in (-0.11, 0.11):
            c.disc(x + side, y - 0.08, 0.05, 1, 0.075 if (t + 1) % 2 > 0.2 else 0.012)
            c.disc(x + side + 0.02 * sin(1.9 * t), y - 0.07, 0.026, (0.1, 0.05, 0), 0.04 if (t + 1) % 2 > 0.2 else 0.01)
            c.disc(x + side * 1.9, y + 0.06, 0.045, (1, 0.5, 0.4), alpha=0.6, soft=0.04)
        c.disc(x, y + 0.12, 0.13, (0.45, 0.05, 0.1), 0.045 + 0.05 * abs(sin(3 * t)))
        c.disc(x, y + 0.17, 0.06, (0.95, 0.4, 0.4), 0.02 + 0.015 * abs(sin(3 * t)))


def lava(c: Canvas) -> None:
    """Blobs that rise and sink in a lamp."""
    m, blobs = c.right / 2, c.scatter(8, (-0.08, 0.08), (0.25, 0.6), (0, 6), (0.035, 0.07))
    c.start(c.ramp((0.15, 0.08, 0.2), (0.3, 0.12, 0.3)))
    c.glow(m, 0.5, 0.9, (0.8, 0.3, 0.3), 0.5)
    c.poly([(m - 0.13, 0.85), (m + 0.13, 0.85), (m + 0.2, 0.98), (m - 0.2, 0.98)], (0.7, 0.65, 0.6))
    c.poly([(m - 0.08, 0.03), (m + 0.08, 0.03), (m + 0.11, 0.14), (m - 0.11, 0.14)], (0.7, 0.65, 0.6))
    half = np.interp(c.y, (0.14, 0.6, 0.85), (0.1, 0.2, 0.13))
    inside = (abs(c.x - m) < half) & (c.y > 0.14) & (c.y < 0.85)
    for t in c.repainted():
        field = 0.012 / ((c.y - 0.87) ** 2 + 0.01) * 0.5 + 0 * c.x
        for x, speed, phase, r in blobs:
            field = field + r**2 / ((c.x - m - x) ** 2 + (c.y - 0.5 - 0.32 * sin(speed * t + phase)) ** 2 + 1e-4)
        wax = c.mix((1, 0.75, 0.1), (1, 0.15, 0.05), np.clip(1.3 - c.y, 0, 1)[..., None])
        glass = np.array((0.75, 0.25, 0.55)) * (0.5 + 0.5 * c.y[..., None])
        lamp = c.mix(glass, wax, np.clip((field - 1) * 8, 0, 1)[..., None])
        shine = 1 - 0.7 * (abs(c.x - m) / half) ** 3
        c.picture[inside] = (lamp * shine[..., None])[inside]


def dice(c: Canvas) -> None:
    """Dice that turn above green felt."""
    felt = c.mix((0.03, 0.3, 0.14), (0.08, 0.48, 0.22), c.noise(0.02, octaves=2))
    c.start(felt * (1.15 - 0.6 * hypot(c.x - c.right / 2, c.y - 0.4)[..., None]))
    pips = {1: [(0, 0)], 2: [(-1, -1), (1, 1)], 3: [(-1, -1), (0, 0), (1, 1)]}
    pips[4], pips[5] = [(-1, -1), (1, 1), (-1, 1), (1, -1)], [(-1, -1), (1, 1), (-1, 1), (1, -1), (0, 0)]
    pips[6] = [*pips[4], (-1, 0), (1, 0)]
    ring = np.array([(cos(k * pi / 4), sin(k * pi / 4)) for k in range(8)]) * 0.17
    square = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    thrown = (
        (0.42, 0.4, 0.17, (0.9, 0.12, 0.15)),
        (0.95, 0.62, 0.2, (0.95, 0.94, 0.9)),
        (1.4, 0.33, 0.15, (0.1, 0.3, 0.8)),
    )
    for t in c.repainted():
        for k, (x, y, size, colour) in enumerate(thrown):
            lift = 0.06 * abs(sin(2.2 * t + k))
            c.disc(x + 0.06, y + size + 0.06, size * 1.3, (0, 0.08, 0.03), size * 0.7, 0.6 - 3 * lift, 0.12)
            a, b = 1.1 * t + 2 * k, 0.8 * t + k
            turn = np.array([(cos(a), 0, sin(a)), (0, 1, 0), (-sin(a), 0, cos(a))])
            turn = np.array([(1, 0, 0), (0, cos(b), -sin(b)), (0, sin(b), cos(b))]) @ turn
            for face in range(6):
                way = turn[:, face % 3] * (1 if face < 3 else -1)
                if way[2] <= 0:
                    continue
                sides = turn[:, [(face + 1) % 3, (face + 2) % 3]]

                def seen(
                    flat: Any, way: Any = way, sides: Any = sides, at: Any = (x, y - lift), r: float = size
                ) -> Any:
                    return np.asarray(at) + r * 0.72 * (way + np.asarray(flat) @ sides.T)[:, :2]

                light = 0.55 + 0.5 * max(0.0, float(way @ (-0.45, -0.6, 0.66)))
                c.poly(seen(square), np.asarray(colour) * light)
                dot = (0.08, 0.08, 0.1) if k == 1 else (1, 1, 0.95)
                for place in pips[face + 1 if face < 3 else 9 - face]:
                    c.poly(seen(ring + 0.55 * np.asarray(place)), np.asarray(dot) * light)


def maze(c: Canvas) -> None:
    """A walk through a hedge maze, seen from above."""
    rows, columns = 15, int(15 * c.right) // 2 * 2 - 1
    open_cells, seen, trail = np.zeros((rows, columns), bool), {(1, 1): (1, 1)}, [(1, 1)]
    while trail:
        j, i = trail[-1]
        open_cells[j, i] = True
        steps = [(a, b) for a, b in ((0, 2), (2, 0), (0, -2), (-2, 0)) if 0 < j + a < rows and 0 < i + b < columns]
        steps = [(a, b) for a, b in steps if not open_cells[j + a, i + b]]
        if not steps:
            trail.pop()
            continue
        a, b = steps[c.rng.integers(len(steps))]
        open_cells[j + a // 2, i + b // 2] = True
        seen[j + a, i + b], seen[j + a // 2, i + b // 2] = (j + a // 2, i + b // 2), (j, i)
        trail.append((j + a, i + b))
    way = [(rows - 2, columns - 2)]
    while way[-1] != (1, 1):
        way.append(seen[way[-1]])
    path = [((i + 0.5) / rows + (c.right - columns / rows) / 2, (j + 0.5) / rows) for j, i in reversed(way)]
    u = ((c.x - (c.right - columns / rows) / 2) * rows).clip(0, columns - 1).astype(int)
    floor = open_cells[(c.y * rows).astype(int), u]
    shade = np.roll(~floor, (5, 4), (0, 1)) & floor
    hedge = c.mix((0.03, 0.2, 0.04), (0.3, 0.6, 0.15), c.noise(0.03, octaves=2))
    gravel = c.mix((0.75, 0.66, 0.5), (0.95, 0.88, 0.75), c.noise(0.015, octaves=2))
    c.start(np.where(floor[..., None], gravel * (1 - 0.45 * shade[..., None]), hedge))
    x, y = path[-1]
    c.disc(x, y, 0.027, (0.9, 0.1, 0.1))
    c.disc(x, y, 0.014, (1, 1, 1))
    for t in c.repainted():
        at = min(t * len(path) / 9, len(path) - 1.001)
        walked, share = int(at), at % 1
        (x0, y0), (x1, y1) = path[walked], path[walked + 1]
        x, y = x0 + share * (x1 - x0), y0 + share * (y1 - y0)
        for first, second in zip([*path[: walked + 1], (x, y)], [*path[1 : walked + 1], (x, y), (x, y)], strict=True):
            c.line(*first, *second, 0.014, (0.15, 0.35, 0.9))
        c.ball(x, y, 0.028, (1, 0.75, 0.1))
