"""The styles of a report in Word: each mark is a style of its own, so that its look can be changed in one place."""

from typing import TYPE_CHECKING, Any

from crossread.present.palette import LIGHT, MarkColours

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

PARAGRAPH_STYLES = {
    "plain": "Crossread Plain",
    "document": "Crossread Document",
    "heading": "Crossread Document Heading",
    "caption": "Crossread Document Caption",
    "list item": "Crossread List",
    "boilerplate": "Crossread Boilerplate",
    "quotation": "Crossread Document",
}
"""The style of each kind of paragraph."""
CHARACTER_STYLES = {
    "strong": "Crossread Strong",
    "quiet": "Crossread Quiet",
    "code": "Crossread Code",
    "letter": "Crossread Letter",
    "number": "Crossread Figure",
    "contradiction": "Crossread Contradiction",
    "wording": "Crossread Other Wording",
    "hedge": "Crossread Not Asserted",
    "spun": "Crossread Spun",
    "moved": "Crossread Moved",
    "character": "Crossread Hidden Character",
}
"""The style of each look; signs take that of their mark, raised."""
_PAGE_MM, _MARGIN_MM = (297, 210), 14


def prepare(word: "WordDocument", title: str) -> int:
    """Give a new document its page, its styles, and its running head with the title; the width of its text in EMU."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAGE_MM[0]), Mm(_PAGE_MM[1])
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(_MARGIN_MM + (5 if side == "top_margin" else 0)))
    section.header_distance, section.footer_distance = Mm(8), Mm(7)
    _base(word)
    _paragraph_styles(word)
    _character_styles(word)
    _table_style(word)
    _head_and_foot(section, title, Mm(_PAGE_MM[0] - 2 * _MARGIN_MM))
    return int(Mm(_PAGE_MM[0] - 2 * _MARGIN_MM))


def _base(word: "WordDocument") -> None:
    from docx.shared import Pt, RGBColor

    for name, size in (("Normal", 9), ("Title", 20), ("Heading 1", 14), ("Heading 2", 11)):
        style: Any = word.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(LIGHT.ink[1:].upper())
            style.paragraph_format.keep_with_next = True
        for edges in style.element.iter("{*}pBdr"):  # the line below the template's titles
            edges.getparent().remove(edges)


def _paragraph_styles(word: "WordDocument") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    for name in ("Plain", "Document", "Document Heading", "Document Caption", "List", "Boilerplate", "Gap"):
        style: Any = word.styles.add_style(f"Crossread {name}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["List Bullet" if name == "List" else "Normal"]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(2)
        style.font.size = Pt(4 if name == "Gap" else 9)
        if name.startswith(("Document", "Boilerplate")):
            style.font.name, style.font.size = "Cambria", Pt(9.5)
        style.font.bold = True if name.endswith("Heading") else None
        style.font.italic = True if name.endswith("Caption") else None
        if name == "Boilerplate":
            style.font.color.rgb = RGBColor.from_string(LIGHT.dim[1:].upper())
        if name == "List":
            style.paragraph_format.left_indent = Mm(5)


def _character_styles(word: "WordDocument") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_UNDERLINE
    from docx.shared import Pt, RGBColor

    made: dict[str, Any] = {}
    for look, name in CHARACTER_STYLES.items():
        made[look] = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    made["strong"].font.bold = made["letter"].font.bold = made["contradiction"].font.bold = True
    made["hedge"].font.italic = True
    made["quiet"].font.color.rgb = RGBColor.from_string(LIGHT.dim[1:].upper())
    made["hedge"].font.color.rgb = RGBColor.from_string(LIGHT.hedge.ink[1:].upper())
    made["letter"].font.color.rgb = RGBColor.from_string(LIGHT.chip_ink[1:].upper())
    made["code"].font.name, made["code"].font.size = "Consolas", Pt(8)
    made["wording"].font.underline = WD_UNDERLINE.DOTTED_HEAVY
    made["spun"].font.underline = WD_UNDERLINE.WAVY
    _fill(made["letter"], LIGHT.chip)
    _fill(made["spun"], LIGHT.spun.ground)
    _fill(made["moved"], LIGHT.moved.ground)
    _boxed(made["number"], LIGHT.number, "single", 4)
    _boxed(made["contradiction"], LIGHT.contradiction, "single", 12)
    _boxed(made["character"], LIGHT.character, "dashed", 6)


def _fill(style: Any, colour: str) -> None:
    _element(style, "shd", val="clear", color="auto", fill=colour[1:].upper())


def _boxed(style: Any, colours: MarkColours, line: str, eighths: int) -> None:
    _element(style, "bdr", val=line, sz=str(eighths), space="0", color=colours.line[1:].upper())
    _fill(style, colours.ground)


def _element(style: Any, name: str, **attributes: str) -> None:
    """Add what python-docx has no word for, in the place that the schema asks for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    properties = style.element.get_or_add_rPr()
    behind = ("w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout")
    properties.insert_element_before(made, *behind[name == "shd" :])


def _table_style(word: "WordDocument") -> None:
    """Thin lines, and a little air in the cells."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    style: Any = word.styles.add_style("Crossread Table", WD_STYLE_TYPE.TABLE)
    style.base_style = word.styles["Normal Table"]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.faint[1:].upper()}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="70" w:type="dxa"/>' for side in ("left", "right"))
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>{edges}</w:tblBorders>"
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        )
    )


def _head_and_foot(section: Any, title: str, width: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT

    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.style = foot.style = PARAGRAPH_STYLES["plain"]
    head.add_run(title, style=CHARACTER_STYLES["quiet"])
    foot.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("Crossread\t", style=CHARACTER_STYLES["quiet"])
    for field in ("PAGE", " / ", "NUMPAGES"):
        run = foot.add_run("" if field.isupper() else field, style=CHARACTER_STYLES["quiet"])
        if field.isupper():
            _field(run, field)


def _field(run: Any, name: str) -> None:
    """A field whose value Word reckons: the number of the page, of all pages."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for kind in ("begin", "instr", "separate", "text", "end"):
        if kind == "instr":
            inner = f'<w:instrText {nsdecls("w")} xml:space="preserve"> {name} </w:instrText>'
        elif kind == "text":
            inner = f"<w:t {nsdecls('w')}>1</w:t>"
        else:
            inner = f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
        run._r.append(parse_xml(inner))
