"""The place of a value in a JSON file: right for any value, in any layout, counted in code points."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from annotate.model.json_text import JsonText

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=15,
)
SPACE = st.text(" \t\n\r", max_size=2)


def written(value: object, draw_space) -> str:
    """Write `value` with white space wherever JSON allows it."""
    space = draw_space
    if isinstance(value, dict):
        members = (f"{space()}{json.dumps(k)}{space()}:{space()}{written(v, space)}{space()}" for k, v in value.items())
        return "{" + (",".join(members) or space()) + "}"
    if isinstance(value, list):
        return "[" + (",".join(f"{space()}{written(v, space)}{space()}" for v in value) or space()) + "]"
    return json.dumps(value, ensure_ascii=False)


def pointers(value: object, here: tuple[str | int, ...] = ()):
    yield here, value
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in members:
        yield from pointers(inner, (*here, step))


def at(text: str, line: int, column: int) -> str:
    """Return the text from a place on, counting lines as an editor does."""
    rest = text
    for _ in range(line - 1):
        ends = [rest.find(end) + len(end) for end in ("\r\n", "\n", "\r") if end in rest]
        starts = {rest.find(end): len(end) for end in ("\r", "\n", "\r\n") if end in rest}
        assert ends
        first = min(starts)
        rest = rest[first + starts[first] :]
    return rest[column - 1 :]


@given(JSON, st.data())
def test_at_the_place_of_a_value_stands_the_value_and_at_its_key_the_key(value: object, data: st.DataObject) -> None:
    text = data.draw(SPACE) + written(value, lambda: data.draw(SPACE)) + data.draw(SPACE)
    places = JsonText("a.json", text, value)
    decoder = json.JSONDecoder()
    for pointer, inner in pointers(value):
        found, _ = decoder.raw_decode(at(text, *places.place(pointer)))
        assert found == inner
        if pointer and isinstance(pointer[-1], str):
            key, _ = decoder.raw_decode(at(text, *places.place(pointer, key=True)))
            assert key == pointer[-1]


def test_a_pointer_that_leads_nowhere_gives_the_deepest_value_on_it() -> None:
    places = JsonText("a.json", '{"claims":\n  [ {"id": "c"} ]}', None)
    assert places.place(("claims", 0, "target", "exact")) == (2, 5)
    assert places.place(("claims", 0, "target"), key=True) == (2, 5)
    assert places.place(("claims", 7)) == (2, 3)
    assert places.place(("nothing",)) == (1, 1)


def test_brackets_and_quotation_marks_inside_texts_mislead_nobody() -> None:
    text = '{"a": "}], \\"b\\": {", "b": [1, "\\\\", 2]}'
    places = JsonText("a.json", text, json.loads(text))
    assert at(text, *places.place(("b", 2))).startswith("2]}")


def test_numbers_of_any_length_are_skipped() -> None:
    text = "[" + "9" * 6000 + ", 1e999, NaN, 3]"
    assert JsonText("a.json", text, None).place((3,)) == (1, 6000 + 16)
