"""The inside of a Word paragraph: runs, links, fields, notes, tracked changes, into the text of one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from annotate.read.block_text import BlockBuilder
from annotate.read.docx.drawing import drawing_in
from annotate.read.docx.fields import Fields
from annotate.read.docx.names import ID, RELATION, TYPE, by_name, name, names, shown
from annotate.read.docx.styles import RunLook
from annotate.read.docx.symbols import symbol_in
from annotate.read.office import rules
from annotate.read.office.links import foreign_language, is_script

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from annotate.diagnostics import Rule
    from annotate.model.source import RawBlock
    from annotate.read.block_text import Markup
    from annotate.read.docx.parts import Relation
    from annotate.read.docx.reading import Notes, Reading
    from annotate.read.docx.styles import Look
    from annotate.read.office.blocks import Picture

    # Reads a note with its own sign; gives its blocks and the names of the places of comments in it.
    NoteReader: TypeAlias = Callable[[Notes, etree._Element, str], tuple[tuple[RawBlock, ...], list[str]]]  # noqa: SLF001

_RUN_PROPERTIES, _TEXT, _AUTHOR = name("w:rPr"), name("w:t"), name("w:author")
_ANCHOR, _INSTRUCTION, _FIELD_TYPE = name("w:anchor"), name("w:instr"), name("w:fldCharType")
_CUSTOM_MARK, _SYMBOL, _SDT_CONTENT = name("w:customMarkFollows"), name("w:sym"), name("w:sdtContent")
_RUBY_TEXT, _RUBY_BASE = name("w:rt"), name("w:rubyBase")
_CHOICE, _FALLBACK = name("mc:Choice"), name("mc:Fallback")
_MATH_TEXT = name("m:t")
_MATH_ARGUMENTS = names("m:e m:num m:den m:sup m:sub m:deg m:lim m:fName")
_PLAIN = RunLook()
_RUN, _FOOTNOTE_CALL = name("w:r"), name("w:footnoteReference")
_CHARACTERS = {
    name("w:tab"): "\t",
    name("w:ptab"): "\t",
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "\u2011",
    name("w:softHyphen"): "\u00ad",
}
# Where a comment begins, ends and is called (17.13.4).
_PLACES = {name("w:commentRangeStart"): "start", name("w:commentRangeEnd"): "end", name("w:commentReference"): "call"}
_NOTE_CALLS = frozenset({_FOOTNOTE_CALL, name("w:endnoteReference")})
_SILENT = names(
    """w:pPr w:rPr w:bookmarkStart w:bookmarkEnd w:proofErr w:permStart w:permEnd w:lastRenderedPageBreak w:footnoteRef
    w:endnoteRef w:annotationRef w:separator w:continuationSeparator w:smartTagPr w:customXmlPr w:sdtPr w:sdtEndPr
    w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:customXmlInsRangeStart
    w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd w:customXmlMoveFromRangeStart
    w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd w:fldData w:pgNum"""
)
_UNDERLINED = ("hi", (("rend", "underline"),))


class Inline:
    """Reads paragraphs into `line`; fields may reach over several, so that one reader serves a whole story."""

    def __init__(self, reading: Reading, relations: Mapping[str, Relation], read_note: NoteReader) -> None:
        self._reading = reading
        self._relations = relations
        self._read_note = read_note
        self._base: Look = {}
        self._look = _PLAIN
        self._left_out: tuple[Rule, str] | None = None
        self._links = 0
        self.line = BlockBuilder()
        self.own_sign = ""
        self.pictures: list[tuple[Picture, bool]] = []
        self.boxes: list[etree._Element] = []
        self.rule = False
        self.fields = Fields()

    def begin(self, line: BlockBuilder) -> None:
        """Set the block that the next paragraphs are read into; a link that is still open goes on in it."""
        self.line = line
        self.fields.move(line.length)

    def paragraph(self, element: etree._Element, base: Look) -> None:
        """Read the content of a `w:p` whose style gives its runs the look `base`."""
        self._base = base
        self.children(element)
        for field in self.fields.end_paragraph():
            if self.line.length > field.start:
                self._link(field.start, field.target)
                field.linked = True

    def children(self, element: etree._Element) -> None:
        """Read what an element of a paragraph holds."""
        for child in element:
            self._node(child)

    def _node(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == _RUN:
            self._run(element)
        elif tag in self._HANDLERS:
            self._HANDLERS[tag](self, element)
        elif tag in _CHARACTERS:
            self._character(_CHARACTERS[tag])
        elif tag in _PLACES:
            self.line.remember(f"{_PLACES[tag]} {element.get(ID, '')}")
        elif tag not in _SILENT and isinstance(tag, str):
            self._reading.report.unknown(shown(tag))
            self.children(element)
            if element.text and element.text.strip():
                self._text(element.text)

    def _run(self, element: etree._Element) -> None:
        self._look = self._reading.styles.run(None, self._base) if self._base else _PLAIN
        for child in element:
            tag = child.tag
            if tag == _TEXT:
                self._text(child.text or "")
            elif tag == _RUN_PROPERTIES:
                self._look = self._reading.styles.run(child, self._base)
            elif tag in _NOTE_CALLS:
                if self._note(child, tag):
                    return  # the rest of the run is the note's own sign
            else:
                self._node(child)

    def _text(self, text: str) -> None:
        if not text:
            return
        if self.own_sign and self.line.blank and text.strip():
            # A note with a sign of its own begins with the sign, which is at the call as well.
            sign, self.own_sign = self.own_sign, ""
            rest = text.lstrip().removeprefix(sign)
            if not (rest[:1].isalnum() and sign[-1].isalnum()):  # "a" is the sign in "a See", not in "and"
                text = rest
        look = self._look
        instruction = self.fields.instruction
        if instruction is not None:
            instruction.append(text)
            self._reading.report.leave_out(rules.FIELD_WORDS, text)
        elif self._left_out is not None:
            self._reading.report.leave_out(self._left_out[0], text, self._left_out[1])
        elif look.hidden:
            self._reading.report.leave_out(rules.HIDDEN, text)
        elif not look.markup and not look.western and not look.eastern:
            self.line.add(text)
        else:
            self.line.add(text, self._markup(text))

    def _markup(self, text: str) -> tuple[Markup, ...]:
        look = self._look
        markup = look.markup
        if _UNDERLINED in markup and (
            self._links or self.fields.in_link
        ):  # how a link looks, not what its author underlined
            markup = tuple(kind for kind in markup if kind != _UNDERLINED)
        language = foreign_language(text, look.western, look.eastern, self._reading.language)
        if language:
            return ("foreign", (("xml:lang", language),)), *markup
        return markup

    @property
    def _is_left_out(self) -> bool:
        return self._left_out is not None or self._look.hidden or self.fields.instruction is not None

    def _note(self, call: etree._Element, tag: str) -> bool:
        """Set a note where it is called; tell whether a sign of its own follows in the run."""
        reading, identifier = self._reading, call.get(ID, "")
        notes = reading.footnotes if tag == _FOOTNOTE_CALL else reading.endnotes
        own_sign = call.get(_CUSTOM_MARK) in {"1", "true", "on"}
        following = list(call.itersiblings(_TEXT, _SYMBOL)) if own_sign else []
        sign = "".join(symbol_in(s, reading) if s.tag == _SYMBOL else s.text or "" for s in following).strip()
        element = notes.by_id.get(identifier)
        if element is None:
            reading.report.add(rules.NOTE_MISSING, kind=notes.kind, id=identifier)
            return False
        if (notes.kind, identifier) in reading.notes_read:
            reading.report.add(rules.NOTE_TWICE, kind=notes.kind, id=identifier)
            return False
        reading.notes_read.add((notes.kind, identifier))
        blocks, places = self._read_note(notes, element, sign)
        if self._is_left_out:
            self._look_aside(" ".join(block.text for block in blocks))
        else:
            self.line.note(blocks, notes.place, sign)
        for place in places:
            self.line.remember(place)
        return own_sign

    def _look_aside(self, words: str) -> None:
        """Report words of what is left out together with the text around it."""
        if words:
            self._text(f" {words} ")

    def _link(self, start: int, target: str | None) -> None:
        if target is None or self._left_out is not None:
            return
        if is_script(target):
            self._reading.report.add(rules.LINK_DROPPED, target=target, reason="its address is a script")
        else:
            self.line.link(start, target)

    def _hyperlink(self, element: etree._Element) -> None:
        identifier, anchor = element.get(RELATION), element.get(_ANCHOR)
        target = f"#{anchor}" if anchor else None
        if identifier:
            relation = self._relations.get(identifier)
            if relation is None:
                reason = "the file does not say where it leads"
                self._reading.report.add(rules.LINK_DROPPED, target=identifier, reason=reason)
            else:
                target = f"{relation.target}{target or ''}"
        start = self.line.length
        self._links += 1
        self.children(element)
        self._links -= 1
        self._link(start, target)

    def _simple_field(self, element: etree._Element) -> None:
        self.fields.begin(element.get(_INSTRUCTION, ""))
        self.fields.separate(self.line.length)
        self.children(element)
        self._close_field()

    def _field_character(self, element: etree._Element) -> None:
        kind = element.get(_FIELD_TYPE)
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate(self.line.length)
        elif kind == "end":
            self._close_field()

    def _close_field(self) -> None:
        field = self.fields.end()
        if field is None:
            return
        if not field.in_result:
            if not field.shows_nothing:
                self._reading.report.add(rules.FIELD, instruction=field.code)
        elif not field.linked or self.line.length > field.start:
            self._link(field.start, field.target)

    def _instruction_text(self, element: etree._Element) -> None:
        instruction = self.fields.instruction
        if instruction is not None:
            instruction.append(element.text or "")

    def _deleted(self, element: etree._Element) -> None:
        self._without(rules.DELETED, element)

    def _moved(self, element: etree._Element) -> None:
        self._without(rules.MOVED, element)

    def _without(self, rule: Rule, element: etree._Element) -> None:
        before, self._left_out = self._left_out, (rule, element.get(_AUTHOR, ""))
        self.children(element)
        self._left_out = before

    def _plain_text(self, element: etree._Element) -> None:
        self._text(element.text or "")

    def _character(self, character: str) -> None:
        """Add a character that an element stands for; in what is left out too, so that its words stay apart."""
        if self.fields.instruction is None:
            self._text(character)

    def _break(self, element: etree._Element) -> None:
        if element.get(TYPE) == "page" and not self._is_left_out:
            self.line.point("pb")
        self._character("\n")

    def _symbol(self, element: etree._Element) -> None:
        self._text(symbol_in(element, self._reading))

    def _drawing(self, element: etree._Element) -> None:
        drawing = drawing_in(element, self._relations, self._reading)
        if self._is_left_out:
            for box in drawing.boxes:
                self._look_aside(" ".join(text.text or "" for text in box.iter(_TEXT)))
            return
        self.pictures += [(picture, self.line.blank) for picture in drawing.pictures]
        self.boxes += drawing.boxes
        self.rule = self.rule or drawing.rule
        for words in drawing.words:
            self._text(words)

    def _alternatives(self, element: etree._Element) -> None:
        chosen = element.find(_CHOICE)
        if chosen is None:
            chosen = element.find(_FALLBACK)
        if chosen is not None:
            self.children(chosen)

    def _content_control(self, element: etree._Element) -> None:
        for content in element.iterchildren(_SDT_CONTENT):
            self.children(content)

    def _math(self, element: etree._Element) -> None:
        pieces = [
            (node.text or "") if node.tag == _MATH_TEXT else " " for node in element.iter(_MATH_TEXT, *_MATH_ARGUMENTS)
        ]
        words = " ".join("".join(pieces).split())
        self._look = _PLAIN
        if words:
            self._text(words)
            self._reading.report.add(rules.MATH, words=words)

    def _ruby(self, element: etree._Element) -> None:
        for over in element.iterchildren(_RUBY_TEXT):
            self._reading.report.leave_out(rules.RUBY, "".join(text.text or "" for text in over.iter(_TEXT)))
        for base in element.iterchildren(_RUBY_BASE):
            self.children(base)

    _HANDLERS: ClassVar = by_name(
        ("w:hyperlink", _hyperlink),
        ("w:fldSimple", _simple_field),
        ("w:fldChar", _field_character),
        ("w:instrText w:delInstrText", _instruction_text),
        ("w:del", _deleted),
        ("w:moveFrom", _moved),
        ("w:ins w:moveTo w:smartTag w:customXml w:dir w:bdo", children),
        ("w:sdt", _content_control),
        ("w:t w:delText", _plain_text),
        ("w:br", _break),
        ("w:sym", _symbol),
        ("w:drawing w:pict w:object", _drawing),
        ("mc:AlternateContent", _alternatives),
        ("m:oMath m:oMathPara", _math),
        ("w:ruby", _ruby),
    )
