"""Which copy to keep, in words, and which videos form a group with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vhdesk.library.rows import IndexedVideo
from vhdesk.search.copies import Copy, CopyGroup, CopyPair

# Shorter by more than this is not complete; bit rates within it are the same.
COMPLETE = 0.95
SAME_RATE = 1.05
# Later ones say more with as many bits.
CODECS = ("av1", "hevc", "vp9", "h264", "vp8", "mpeg4")


def bit_rate(video: IndexedVideo) -> float:
    """Bits a second of the whole file; 0 for a picture."""
    return video.size_bytes * 8000 / video.duration_ms if video.duration_ms else 0.0


def quality(video: IndexedVideo, longest_ms: int) -> tuple[object, ...]:
    """Orders copies, the best one first: whole, complete, large, smooth, finely coded, then by name."""
    codec = CODECS.index(video.codec) if video.codec in CODECS else len(CODECS)
    return (
        video.damage is not None,
        video.duration_ms < COMPLETE * longest_ms,
        -video.width * video.height,
        -round(video.fps),
        -bit_rate(video),
        codec,
        -video.duration_ms,
        video.path,
    )


def reason(best: IndexedVideo, others: Sequence[IndexedVideo]) -> str:
    """Why the best copy is the best, compared with the others; names only what tells them apart."""
    says = []
    if best.damage is None and any(other.damage for other in others):
        says.append("whole, where another is damaged")
    shortest = min((other.duration_ms for other in others), default=0)
    if shortest < COMPLETE * best.duration_ms:
        says.append(f"longest: {_clock(best.duration_ms)} against {_clock(shortest)}")
    smallest = min(others, key=lambda other: other.width * other.height)
    if smallest.width * smallest.height < best.width * best.height:
        says.append(f"largest: {best.width}x{best.height} against {smallest.width}x{smallest.height}")
    slowest = min(round(other.fps) for other in others)
    if slowest < round(best.fps):
        says.append(f"smoothest: {round(best.fps)} against {slowest} frames a second")
    lowest = min(bit_rate(other) for other in others)
    if bit_rate(best) > SAME_RATE * lowest > 0:
        says.append(f"highest bit rate: {bit_rate(best) / 1e6:.2f} against {lowest / 1e6:.2f} Mbit/s")
    highest = max(others, key=bit_rate)
    if bit_rate(highest) > SAME_RATE * bit_rate(best) and says:
        says[-1] = says[-1].replace("highest bit rate", "bit rate")
    other_codecs = sorted({other.codec for other in others} - {best.codec})
    if not says and other_codecs:
        says.append(f"codec {best.codec} against {', '.join(other_codecs)}")
    return "; ".join(says) if says else "no copy is better in anything that is known; the first by name"


def make_groups(videos: Mapping[int, IndexedVideo], pairs: Sequence[CopyPair]) -> tuple[CopyGroup, ...]:
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
            longest = max(videos[id_].duration_ms for id_ in left)
            best = min(left, key=lambda id_: quality(videos[id_], longest))
            joined = {best, *(id_ for id_ in partners[best] if id_ in left)}
            left -= joined
            if len(joined) > 1:
                groups.append(_group(videos, partners, best, joined))
    return tuple(sorted(groups, key=lambda group: (-group.extra_bytes, group.best.path)))


def _components(partners: Mapping[int, Mapping[int, CopyPair]]) -> list[set[int]]:
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
    videos: Mapping[int, IndexedVideo], partners: Mapping[int, Mapping[int, CopyPair]], best: int, joined: set[int]
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
    return CopyGroup(videos[best], reason(videos[best], [copy.video for copy in copies]), tuple(copies))


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes}:{seconds:02}"
