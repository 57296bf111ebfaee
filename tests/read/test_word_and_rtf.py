"""Word and RTF: what their elements and controls mean for the text."""

import io
import zipfile

import pytest

from crossread.read.extract import Extract
from crossread.read.kinds import DOCX, RTF, Kind, Source, reader_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My own"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def source(data: bytes, kind: Kind) -> Extract:
    return reader_of(kind).read(Source(data))[0]


def word(body: str, **parts: str) -> Extract:
    """A Word document with this body; the other parts by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        named = {"document": f"<w:body>{body}</w:body>", "styles": STYLES, "numbering": NUMBERS, **parts}
        for name, inner in named.items():
            root = {"document": "document", "styles": "styles", "numbering": "numbering"}.get(name, name)
            archive.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{W}" xmlns:mc="m">{inner}</w:{root}>')
    return source(stream.getvalue(), DOCX)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def lines(extract: Extract) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(extract.text)) for block in extract.blocks or ()]


def styled(extract: Extract) -> list[tuple[str, str]]:
    return [(styled.style, styled.span.of(extract.text)) for styled in extract.form.styles]


def test_tracked_changes_are_taken_as_accepted() -> None:
    found = word(
        paragraph(
            run("It rose by ")
            + f"<w:del>{run('two').replace('w:t', 'w:delText')}</w:del><w:ins>{run('three')}</w:ins>"
            f"<w:moveFrom>{run(' here')}</w:moveFrom>{run(' metres')}<w:moveTo>{run(' there')}</w:moveTo>{run('.')}"
        )
    )
    assert lines(found) == [("text", "It rose by three metres there.")]
    assert found.left_out == ("2 deleted changes were left out.",)


def test_styles_tell_headings_titles_and_captions() -> None:
    found = word(
        paragraph(run("Top"), '<w:pStyle w:val="T"/>') + paragraph(run("Sub"), '<w:pStyle w:val="Own"/>')
        + paragraph(run("Under a picture"), '<w:pStyle w:val="C"/>') + paragraph(run("Text."))
    )  # fmt: skip
    assert lines(found) == [
        ("heading", "Top"),
        ("heading", "Sub"),
        ("caption", "Under a picture"),
        ("text", "Text."),
    ]
    assert [heading.level for heading in found.form.headings] == [1, 2]


def test_lists_are_numbered_as_they_are_printed() -> None:
    def item(text: str, level: int) -> str:
        return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    found = word(item("a", 0) + item("b", 1) + item("c", 1) + item("d", 0) + item("e", 1))
    assert [text for _, text in lines(found)] == ["3) a", "3.i b", "3.ii c", "4) d", "4.i e"]
    assert [entry.level for entry in found.form.items] == [1, 2, 2, 1, 2]


def test_emphasis_links_powers_and_hidden_text() -> None:
    found = word(
        paragraph(
            run("loud", '<w:rStyle w:val="Loud"/>') + run(" not", '<w:rStyle w:val="Loud"/><w:b w:val="0"/>')
            + run(" slanted", "<w:i/>") + f"<w:hyperlink>{run(' link')}</w:hyperlink>" + run(" gone", "<w:vanish/>")
            + run(" 10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" km")
            + run("2", '<w:vertAlign w:val="superscript"/>')
        )
    )  # fmt: skip
    assert lines(found) == [("text", "loud not slanted link 10⁶ km²")]
    assert styled(found)[:3] == [("strong", "loud"), ("emphasis", " slanted"), ("link", " link")]
    assert found.left_out == ("1 hidden passage was left out.",)


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
    found = word(
        paragraph(
            run("Before.") + f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        + paragraph(run("After."))
    )
    assert [text for _, text in lines(found)] == ["Before.", "In a box.", "After."]


def test_tables_that_only_lay_out_the_page_are_text() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    found = word(table(("Place", "Height"), ("Mill", "")) + table(("Long words. " * 40, "Aside")))
    assert len(found.form.tables) == 1
    assert [text[:11] for _, text in lines(found)] == ["Place | Hei", "Mill", "Long words.", "Aside"]


def test_strict_documents_are_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        body = f'<w:document xmlns:w="{strict}"><w:body>{paragraph(run("Strictly."))}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
    assert lines(source(stream.getvalue(), DOCX)) == [("text", "Strictly.")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"caf\'e9 and \u8220?so\u8221? on", "café and “so” on"),
        (rb"\uc2\u1046\'c6\'c6 end", "Ж end"),
        (rb"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (rb"{\f2 \'93\'fa\'96\'7b}", "日本"),
        (rb"\u-10179?\u-8704? face", "😀 face"),
        (rb"one\tab two\~three\_four\-five\emdash six", "one two\xa0three-fourfive—six"),
        (rb"kept{\v  hidden}{\deleted  deleted}{\*\unknown  passed over}", "kept"),
        (rb'{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt a link}}', "a link"),
        (rb"10{\super 6} and 25{\up6 th}", "10⁶ and 25th"),
        (rb"a \{brace\} and a \\ stroke", "a {brace} and a \\ stroke"),
    ],
)
def test_what_rich_text_says(body: bytes, text: str) -> None:
    fonts = rb"{\fonttbl{\f0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}}"
    found = source(
        rb"{\rtf1\ansi\ansicpg1252\uc1" + fonts + rb"{\info{\title No text}}\pard " + body + rb"\par}", RTF
    )
    assert found.text == f"{text}\n"


def test_rich_text_has_headings_tables_notes_and_lists() -> None:
    found = source(
        rb"{\rtf1{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2 Quote;}}"
        rb"\pard\s1 Head\par\pard\plain Text{\super\chftn}{\footnote\pard\plain A note.} goes on.\par"
        rb"\pard\intbl a\cell b\cell\row\pard\intbl c\cell d\cell\row"
        rb"\pard{\listtext\'95\tab}\ls1\ilvl0 item\par\pard\s2 Said.\par{\header Top}{\*\annotation Hm}}",
        RTF,
    )
    assert lines(found) == [
        ("heading", "Head"), ("text", "Text[1] goes on."), ("list item", "a | b"), ("list item", "c | d"),
        ("list item", "• item"), ("quotation", "Said."), ("list item", "[1] A note."), ("boilerplate", "Top"),
    ]  # fmt: skip
    assert len(found.form.tables) == 1
    assert found.left_out == ("1 comment was left out.",)
