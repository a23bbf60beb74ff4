"""What is wrong with a file, in one sentence: a pure classification of what the decoder said."""

from __future__ import annotations

import errno

from vhdesk.errors import UnreadableFile

SENTENCES = {
    "empty": "The file is empty (0 bytes). Copy it again from its source.",
    "vanished": "The file disappeared while it was read. Rescan once it is back.",
    "no_permission": "The file may not be read by this user. Change its permissions and try again.",
    "offline": "The disk gave an error while the file was read. Check the drive or the network and try again.",
    "not_video": "The content is not a video or picture, whatever its name says. Remove or rename the file.",
    "no_video_stream": "The file holds no picture stream, only sound or data. There is nothing to search in it.",
    "incomplete": "The file is cut off before its index, so no picture can be found in it. Copy or download it again.",
    "damaged": "No picture could be decoded: the file is damaged. Copy it again, or repair it with a video tool.",
    "codec_missing": "Its video codec is not supported. Convert the file to H.264, H.265, VP9 or AV1.",
    "encrypted": "The file is encrypted, so no picture can be decoded. Use an unprotected copy.",
    "too_large": "Its pictures need more memory than decoding may take. Raise the memory limit in the settings.",
    "timeout": "Decoding overran the time limit and was stopped. Raise the limit in the settings and try again.",
    "unexpected": "Reading it met a fault of vhdesk's own, named in the log; it is skipped. Try again after an update.",
    "crash": "The decoder crashed on this file; it is skipped from now on. Try again after an update, or convert it.",
}

# These say nothing about the file itself: the next run tries again.
PASSING = frozenset({"vanished", "no_permission", "offline"})


def unreadable(kind: str) -> UnreadableFile:
    """The fault for one of the kinds of :data:`SENTENCES`."""
    return UnreadableFile(SENTENCES[kind], kind)


def classify(problem: BaseException, *, size_bytes: int | None = None) -> str:
    """The kind of fault behind an exception of the decoder or the file system.

    Args:
        problem: what PyAV or the system raised.
        size_bytes: the file's size where it is known; an empty file explains every error.
    """
    if size_bytes == 0:
        return "empty"
    if isinstance(problem, UnreadableFile):
        return problem.kind
    if isinstance(problem, MemoryError):
        return "too_large"
    if isinstance(problem, FileNotFoundError):
        return "vanished"
    if isinstance(problem, PermissionError):
        return "no_permission"
    number = getattr(problem, "errno", None)
    if number == errno.ENOMEM:
        return "too_large"
    if number in {errno.EIO, errno.ENODEV, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.ETIMEDOUT}:
        return "offline"
    return _by_message(problem)


def _by_message(problem: BaseException) -> str:
    name, text = type(problem).__name__, str(problem).lower()
    if name in {"DecoderNotFoundError", "UnknownCodecError"} or "decoder not found" in text:
        return "codec_missing"
    if name == "PatchWelcomeError" or "not yet implemented" in text:
        return "codec_missing"
    if "moov atom not found" in text:
        return "incomplete"
    return "damaged"
