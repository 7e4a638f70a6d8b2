"""How plain text in Chinese is read: paragraphs begin with ideographic spaces, and no spaces part the words."""

from annotate.read.formats import read_source


def blocks_of(text: str) -> list[str]:
    source, _ = read_source(text.encode(), "a.txt", None, main_only=False)
    return [block.text for block in source.blocks]


def test_the_indent_of_a_chinese_paragraph_is_no_part_of_its_text():
    assert blocks_of("夜里的灯\n\n　　灯亮着。　门开了。\n\n　　没有人来。\n") == [
        "夜里的灯",
        "灯亮着。　门开了。",
        "没有人来。",
    ]


def test_hard_wrapped_chinese_lines_are_joined_without_a_space():
    line = "码头上的汽笛每天早上响一次，后来船少了，汽笛也就不响了，可是老船长还是照样在那个时候起床，从来没有错过"
    assert blocks_of(f"{line}\n{line}\n走到江边看一看。\n") == [f"{line}{line}走到江边看一看。"]
