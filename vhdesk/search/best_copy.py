"""Which copy to keep, in words, and which videos form a group with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vhdesk.library.rows import IndexedVideo
from vhdesk.search.copies import Copy, CopyGroup, CopyPair, Grouping, Look, NearCopies, Reason

# A copy that lacks more than this of another is not complete; bit rates within it are the same.
COMPLETE = 0.95
SAME_RATE = 1.05
# Colours that spread less than this share of another copy's, which must have some, have been taken out.
COLOURLESS = 0.3
SOME_COLOUR = 2.0
# Later ones say more with as many bits.
CODECS = ("av1", "hevc", "vp9", "h264", "vp8", "mpeg4")

Partners = Mapping[int, Mapping[int, CopyPair]]


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
        -video.bit_rate,
        codec,
        video.path,
    )


def reasons(
    best: IndexedVideo,
    others: Sequence[IndexedVideo],
    looks: Mapping[int, Look],
    *,
    lacking: Sequence[IndexedVideo] = (),
    colourless: Sequence[IndexedVideo] = (),
) -> tuple[Reason, ...]:
    """Why the best copy is the best, compared with the others; names only what tells them apart.

    Args:
        best: the copy to keep.
        others: at least one.
        looks: of their pictures, by id.
        lacking: those of the others that lack a part of it.
        colourless: those of the others whose colours were taken out.
    """
    says = []
    damaged = tuple(other for other in others if other.damage)
    if best.damage is None and damaged:
        says.append(Reason("whole", damaged))
    if lacking:
        says.append(Reason("longest", (min(lacking, key=lambda other: other.duration_ms),)))
    if colourless:
        says.append(Reason("colour", tuple(colourless)))

    def pixels(video: IndexedVideo) -> int:
        return visible_pixels(video, looks.get(video.id, Look()))

    smallest = min(others, key=pixels)
    if max(map(pixels, others)) <= pixels(best) > pixels(smallest):
        borders = looks.get(smallest.id, Look()).visible < COMPLETE
        says.append(Reason("largest", (smallest,), borders))
    slowest = min(others, key=lambda other: round(other.fps))
    if max(round(other.fps) for other in others) <= round(best.fps) > round(slowest.fps):
        says.append(Reason("smoothest", (slowest,)))
    coarsest = min(others, key=lambda other: other.bit_rate)
    if max(other.bit_rate for other in others) <= best.bit_rate > SAME_RATE * coarsest.bit_rate:
        says.append(Reason("rate", (coarsest,)))
    codecs = {other.codec: other for other in others if other.codec != best.codec}
    if not says and codecs:
        says.append(Reason("codec", tuple(codecs[codec] for codec in sorted(codecs))))
    return tuple(says) or (Reason("first"),)


def lacks(own: int, other: int, partners: Partners) -> bool:
    """Whether a video lacks a part of another that it is a copy of."""
    pair = partners[own][other]
    return pair.second_share < COMPLETE and pair.second_share < pair.first_share


def regroup(found: NearCopies, how: Grouping) -> tuple[CopyGroup, ...]:
    """Groups of those of the confirmed pairs that are asked for; nothing is compared anew."""
    videos = {id_: member.video for id_, member in found.members.items()}
    pairs = [
        pair
        for pair in found.pairs
        if (how.max_distance is None or pair.hamming <= how.max_distance)
        and not {pair.first, pair.second} & how.without
        and in_scope(how.scope, videos[pair.first], videos[pair.second])
        and (how.kept or found.said_of(pair.first, pair.second) is None)
    ]
    return make_groups(videos, pairs, {id_: member.look for id_, member in found.members.items()})


def in_scope(scope: str, a: IndexedVideo, b: IndexedVideo) -> bool:
    """Whether two videos are to be compared: ``within`` one watched folder, ``across`` two, or ``all``."""
    return scope == "all" or (a.root_id == b.root_id) == (scope == "within")


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
    why = reasons(
        videos[best],
        others,
        looks,
        lacking=[video for video in others if lacks(video.id, best, partners)],
        colourless=[video for video in others if _colourless(video.id, best, looks)],
    )
    return CopyGroup(videos[best], why, tuple(copies))
