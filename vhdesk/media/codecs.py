"""Which codecs the installed FFmpeg can decode."""

from __future__ import annotations

from typing import Any

COMMON = ("h264", "hevc", "av1", "vp9", "vp8", "mpeg4", "mpeg2video", "prores", "dnxhd", "wmv3", "gif", "webp", "png")


def codec_facts() -> dict[str, Any]:
    """Versions of PyAV and FFmpeg's libraries, and which common codecs they decode."""
    import av

    decoders = {name for name in COMMON if _decodes(name)}
    return {
        "pyav": av.__version__,
        "ffmpeg": {name: ".".join(map(str, version)) for name, version in av.library_versions.items()},
        "decodes": sorted(decoders),
        "lacks": sorted(set(COMMON) - decoders),
    }


def _decodes(name: str) -> bool:
    import av

    try:
        av.Codec(name, "r")
    except av.codec.codec.UnknownCodecError:
        return False
    return True
