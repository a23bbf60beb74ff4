"""Runs other libraries in an interpreter of their own: one JSON request a line, one JSON answer a line.

Needs nothing but the standard library and the peer. Every answer names the CPU time of the call alone: user and system,
of this process and of those that it started.
"""

import json
import os
import sys
import time

os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = "threads;1"
os.environ["OMP_NUM_THREADS"] = "1"


def uniform(frames, count):
    return [frames * (2 * i + 1) // (2 * count) for i in range(count)]


def decord(path, count):
    import decord as peer

    reader = peer.VideoReader(path, ctx=peer.cpu(0), num_threads=1)
    return len(reader.get_batch(uniform(len(reader), count)).asnumpy())


def torchcodec(path, count):
    from torchcodec.decoders import VideoDecoder

    decoder = VideoDecoder(path, num_ffmpeg_threads=1)
    return len(decoder.get_frames_at(uniform(len(decoder), count)).data)


def vpdq(path, _count):
    import vpdq as peer

    return len(peer.computeHash(path, seconds_per_hash=1, thread_count=1))


def tmkl1(path, _count):
    from perception import hashers

    return len(hashers.TMKL1(frames_per_second=3).compute(path))


def videohash(path, _count):
    from videohash import VideoHash

    found = VideoHash(path=path)
    length = len(found.hash)
    found.delete_storage_path()
    return length


def vpdq_hash(path):
    import vpdq as peer

    found = peer.computeHash(path, seconds_per_hash=1, thread_count=1)
    return [(feature.hex, feature.quality) for feature in found]


def pdq_hash(path):
    """What vpdq does, with the same PDQ code from another package: a frame a second, as many bits and a quality."""
    import cv2
    import numpy as np
    import pdqhash

    reader = cv2.VideoCapture(path)
    step = max(1, int(reader.get(cv2.CAP_PROP_FPS)))
    hashes = []
    number = 0
    while reader.grab():
        if number % step == 0:
            bits, quality = pdqhash.compute(cv2.cvtColor(reader.retrieve()[1], cv2.COLOR_BGR2RGB))
            hashes.append((np.packbits(bits.astype(np.uint8)).tobytes().hex(), int(quality)))
        number += 1
    if not hashes:
        raise ValueError("no frame")
    return hashes


def tmkl1_hash(path):
    from perception import hashers

    return [float(value) for value in hashers.TMKL1(frames_per_second=3).compute(path, hash_format="vector")]


HASHERS = {"vpdq": vpdq_hash, "pdqhash": pdq_hash, "perception": tmkl1_hash}
MODULES = {"decord": decord, "torchcodec": torchcodec, "vpdq": vpdq, "perception": tmkl1, "videohash": videohash}


def installed():
    found = []
    for name in {**MODULES, **HASHERS}:
        try:
            __import__("torchcodec.decoders" if name == "torchcodec" else name)
        except Exception:  # noqa: BLE001 a peer that cannot start here is not there
            continue
        found.append(name)
    return found


def cpu_s():
    """Of this process to the microsecond, and of those that it started."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # some peers print
    print(json.dumps(installed()), file=answers, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        before = cpu_s()
        try:
            if request.get("hash"):
                answer = {"hash": HASHERS[request["peer"]](request["path"])}
            else:
                answer = {"frames": MODULES[request["peer"]](request["path"], request["frames"])}
        except Exception as problem:  # noqa: BLE001 whatever it is goes into the table
            answer = {"error": f"{type(problem).__name__}: {problem}"[:200]}
        answer["cpu_s"] = cpu_s() - before
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
