"""The place of each element in the bytes of an XML file, found when a finding needs it."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree


class XmlPlaces:
    """Line and column of the elements of a document that was already read and found harmless.

    lxml knows the line at which a start tag ends and no column; expat knows where each begins. Both meet the elements
    in the same order.
    """

    def __init__(self, root: etree._Element, data: bytes) -> None:
        self._root = root
        self._data = data
        self._offsets: dict[etree._Element, int] | None = None

    def of(self, element: etree._Element) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of an element's start tag.

        In a file that is not UTF-8 it is the line only, with column 1.
        """
        if self._offsets is None:
            self._offsets = dict(zip(self._root.iter(etree.Element), self._starts(), strict=False))
        offset = self._offsets.get(element, 0)
        try:
            before = self._data[:offset].decode("utf-8-sig")
        except UnicodeDecodeError:
            return element.sourceline or 1, 1
        lines = before.replace("\r\n", "\n").replace("\r", "\n")
        return lines.count("\n") + 1, len(lines) - lines.rfind("\n")

    def _starts(self) -> list[int]:
        starts: list[int] = []
        parser = expat.ParserCreate()

        def start(*_: object) -> None:
            starts.append(parser.CurrentByteIndex)

        parser.StartElementHandler = start
        try:
            parser.Parse(self._data, True)
        except expat.ExpatError:
            # expat knows fewer encodings than libxml2: then there are lines only.
            return []
        return starts
