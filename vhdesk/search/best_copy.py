"""Which copy to keep, in words, and which videos form a group with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vhdesk.library.rows import IndexedVideo
from vhdesk.search.copies import Copy, CopyGroup, CopyPair, Look

# A copy that lacks more than this of another is not complete; bit rates within it are the same.
COMPLETE = 0.95
SAME_RATE = 1.05
# Colours that spread less than this share of another copy's, which must have some, have been taken out.
COLOURLESS = 0.3
SOME_COLOUR = 2.0
# Later ones say more with as many bits.
CODECS = ("av1", "hevc", "vp9", "h264", "vp8", "mpeg4")

Partners = Mapping[int, Mapping[int, CopyPair]]


def bit_rate(video: IndexedVideo) -> float:
    """Bits a second of the whole file; 0 for a picture."""
    return video.size_bytes * 8000 / video.duration_ms if video.duration_ms else 0.0


def visible_pixels(video: IndexedVideo, look: Look) -> int:
    """Pixels of the picture without its black borders."""
    return round(video.width * video.height * look.visible)


def quality(video: IndexedVideo, look: Look, *, complete: bool, coloured: bool) -> tuple[object, ...]:
    """Orders copies, the best one first: whole, complete, in colour, large, smooth, finely coded, then by name."""
    codec = CODECS.index(video.codec) if video.codec in CODECS else len(CODECS)
    return (
        video.damage is not None,
        not complete,
        not coloured,
        -visible_pixels(video, look),
        -round(video.fps),
        -bit_rate(video),
        codec,
        video.path,
    )


def reason(
    best: IndexedVideo,
    others: Sequence[IndexedVideo],
    looks: Mapping[int, Look],
    *,
    lacking: Sequence[IndexedVideo] = (),
    colourless: Sequence[IndexedVideo] = (),
) -> str:
    """Why the best copy is the best, compared with the others; names only what tells them apart.

    Args:
        best: the copy to keep.
        others: at least one.
        looks: of their pictures, by id.
        lacking: those of the others that lack a part of it.
        colourless: those of the others whose colours were taken out.
    """
    says = []
    if best.damage is None and any(other.damage for other in others):
        says.append("whole, where another is damaged")
    if lacking:
        says.append(f"longest: {_clock(best.duration_ms)} against {_clock(min(o.duration_ms for o in lacking))}")
    if colourless:
        says.append("in colour, where another is not")
    sizes = [visible_pixels(other, looks.get(other.id, Look())) for other in others]
    if max(sizes) <= visible_pixels(best, looks.get(best.id, Look())) > min(sizes):
        smallest = others[sizes.index(min(sizes))]
        borders = " with black borders" if looks.get(smallest.id, Look()).visible < COMPLETE else ""
        says.append(f"largest: {best.width}x{best.height} against {smallest.width}x{smallest.height}{borders}")
    rates = [round(other.fps) for other in others]
    if max(rates) <= round(best.fps) > min(rates):
        says.append(f"smoothest: {round(best.fps)} against {min(rates)} frames a second")
    bits = [bit_rate(other) for other in others]
    if max(bits) <= bit_rate(best) > SAME_RATE * min(bits):
        says.append(f"highest bit rate: {bit_rate(best) / 1e6:.2f} against {min(bits) / 1e6:.2f} Mbit/s")
    codecs = sorted({other.codec for other in others} - {best.codec})
    if not says and codecs:
        says.append(f"codec {best.codec} against {', '.join(codecs)}")
    return "; ".join(says) if says else "no copy is better in anything that is known; the first by name"


def lacks(own: int, other: int, partners: Partners) -> bool:
    """Whether a video lacks a part of another that it is a copy of."""
    pair = partners[own][other]
    return pair.second_share < COMPLETE and pair.second_share < pair.first_share


def make_groups(
    videos: Mapping[int, IndexedVideo], pairs: Sequence[CopyPair], looks: Mapping[int, Look]
) -> tuple[CopyGroup, ...]:
    """Groups of copies around their best one.

    No chains: a video joins a group only where it was confirmed against the group's best copy, so copies of copies that
    have little in common with it do not come along. A video is in one group at most.
    """
    partners: dict[int, dict[int, CopyPair]] = {}
    for pair in pairs:
        partners.setdefault(pair.first, {})[pair.second] = pair
        partners.setdefault(pair.second, {})[pair.first] = pair.turned()
    groups = []
    for members in _components(partners):
        left = set(members)
        while len(left) > 1:
            best = _best(left, videos, partners, looks)
            joined = {best, *(id_ for id_ in partners[best] if id_ in left)}
            left -= joined
            if len(joined) > 1:
                groups.append(_group(videos, partners, looks, best, joined))
    return tuple(sorted(groups, key=lambda group: (-group.extra_bytes, group.best.path)))


def _best(ids: set[int], videos: Mapping[int, IndexedVideo], partners: Partners, looks: Mapping[int, Look]) -> int:
    def order(id_: int) -> tuple[object, ...]:
        near = [other for other in partners[id_] if other in ids]
        complete = not any(lacks(id_, other, partners) for other in near)
        coloured = not any(_colourless(id_, other, looks) for other in near)
        return quality(videos[id_], looks.get(id_, Look()), complete=complete, coloured=coloured)

    return min(ids, key=order)


def _colourless(own: int, other: int, looks: Mapping[int, Look]) -> bool:
    colour = looks.get(other, Look()).colour
    return colour > SOME_COLOUR and looks.get(own, Look()).colour < COLOURLESS * colour


def _components(partners: Partners) -> list[set[int]]:
    """Videos that hang together by any pairs."""
    left = set(partners)
    found = []
    while left:
        component, edge = set[int](), [left.pop()]
        while edge:
            id_ = edge.pop()
            component.add(id_)
            edge += [other for other in partners[id_] if other in left]
            left.difference_update(partners[id_])
        found.append(component)
    return found


def _group(
    videos: Mapping[int, IndexedVideo], partners: Partners, looks: Mapping[int, Look], best: int, joined: set[int]
) -> CopyGroup:
    copies = []
    for id_ in joined - {best}:
        pair = partners[best][id_]
        copies.append(
            Copy(
                video=videos[id_],
                kind=pair.kind,
                hamming=pair.hamming,
                cosine=pair.cosine,
                picture=pair.picture,
                matches=pair.matches,
                share=pair.second_share,
                best_share=pair.first_share,
                also_like=len(partners[id_].keys() - joined),
            )
        )
    copies.sort(key=lambda copy: (copy.kind != "exact", copy.hamming, -copy.cosine, copy.video.path))
    others = [copy.video for copy in copies]
    says = reason(
        videos[best],
        others,
        looks,
        lacking=[video for video in others if lacks(video.id, best, partners)],
        colourless=[video for video in others if _colourless(video.id, best, looks)],
    )
    return CopyGroup(videos[best], says, tuple(copies))


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes}:{seconds:02}"
