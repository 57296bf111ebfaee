"""What each stretch of a text is taken for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import Cancelled
from crossread.paths import seeds
from crossread.text.passages import passages

EXPECTED = Path(__file__).parents[1] / "expected" / "passages"
BODY = "The company said on Monday that it had found out about the matter in the spring of last year."


def listed(text: str) -> list[tuple[str, str]]:
    return [(passage.kind, passage.span.of(text)) for passage in passages(text, "A").passages]


def kind_of(line: str, text: str) -> str:
    return next(kind for kind, written in listed(text) if written == line)


def readable(text: str) -> str:
    found = passages(text, "A")
    lines = [f"{name}: {getattr(found, name)}" for name in ("title", "publisher", "date", "language")]
    for passage in found.passages:
        lines.append(f"{passage.id:4} {passage.paragraph:3} {passage.kind:11} {passage.span.of(text)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", sorted(file.name for file in seeds().glob("*.txt")))
def test_whole_seed(seed: str) -> None:
    text = (seeds() / seed).read_text(encoding="utf-8")
    assert readable(text) == (EXPECTED / seed).read_text(encoding="utf-8")


@given(st.text() | st.text(alphabet=st.sampled_from("Ab .\n“”!?•-1:@=話ї"), max_size=300))
def test_passages_tile_any_text(text: str) -> None:
    position = 0
    for number, passage in enumerate(passages(text, "B").passages, 1):
        assert passage.id == f"B{number}"
        assert not text[position : passage.span.start].strip()
        assert passage.span.of(text).strip()
        position = passage.span.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("News · 2026-06-25", "2026-06-25"),
        ("June 25, 2026", "2026-06-25"),
        ("25 June 2026", "2026-06-25"),
        ("Published: 2026-06-25T10:00Z", "2026-06-25"),
        ("Updated Jun 3rd, 2026 at 10:15 a.m. EDT", "2026-06-03"),
        ("25.06.2026", "2026-06-25"),
        ("25. Juni 2026", "2026-06-25"),
        ("06/25/2026", "2026-06-25"),
        ("2026年6月25日", "2026-06-25"),
        ("By Jane Doe | June 25, 2026", "2026-06-25"),
        ("06/07/2026", None),
        ("30 February 2026", None),
    ],
)
def test_dates_over_an_article(line: str, date: str | None) -> None:
    assert passages(f"A headline of some words here\n{line}\n\n{BODY}\n", "A").date == date


def test_a_date_in_the_text_is_not_its_date() -> None:
    assert passages(f"A headline of some words here\n\n{BODY} It ended on June 25, 2026.\n", "A").date is None


@pytest.mark.parametrize(
    "line",
    [
        "Tags: one, two, three",
        "Read the original on Somewhere 3 min read",
        "Advertisement",
        "© 2026 Somewhere. All rights reserved.",
        "https://example.org/a",
        "* * *",
        "Read more: Another story of ours",
        "Sign up for our newsletter",
    ],
)
def test_furniture_between_paragraphs(line: str) -> None:
    assert kind_of(line, f"A headline of some words here\n\n{BODY}\n\n{line}\n\n{BODY}\n") == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Telegram",
        "@somechannel",
        "Get instant alerts",
        "Need Money Now? Call Today!!",
        "Sources: One · Two",
        "Reporting by Jane Doe; Editing by John Roe",
        "Loose words at the end",
        "Subscribe to our newsletter to get the best of our reporting in your inbox each morning.",
    ],
)
def test_furniture_after_the_article(line: str) -> None:
    text = f"A headline of some words here\n\n{BODY}\n\n{BODY} More.\n\n{line}\n\nSubscribe\n"
    assert kind_of(line, text) == "boilerplate"


@pytest.mark.parametrize(
    "paragraph",
    [
        "The company told readers of its newsletter on Monday that the accounts had been closed for good.",
        "He said users could subscribe to the service or share this information with the police instead.",
        "Tags on the parcels showed that the goods had come from China, the customs office said on Friday.",
        "By the end of the year the company wants to have sold a million of its devices in Europe alone.",
        "Sources close to the talks said on Monday that an agreement was near and might be signed soon.",
        "Read the fine print, she said, and you will see that none of it is what it seems to be at first.",
        "That matters.",
    ],
)
def test_running_text_is_never_furniture(paragraph: str) -> None:
    text = f"A headline of some words here\n\n{BODY}\n\n{paragraph}\n\n{BODY} More.\n"
    assert kind_of(paragraph, text) == "sentence"


def test_headings_lists_and_questions() -> None:
    text = (
        f"A headline of some words here\n\n{BODY}\n\nA second part\n\n{BODY}\n\nThese are the reasons:\n\n"
        f"• first one\n• second one\n\n1. Numbered heading\n\n{BODY}\n\nWhat happens next?\n{BODY}\n"
    )
    kinds = {written: kind for kind, written in listed(text)}
    assert kinds["A second part"] == kinds["1. Numbered heading"] == kinds["What happens next?"] == "heading"
    assert kinds["• first one"] == kinds["• second one"] == "list item"
    assert kinds["These are the reasons:"] == "sentence"


def test_quotations() -> None:
    text = f"{BODY}\n\n“We did nothing. Nothing at all.”\n\n“We did nothing,” he said.\n\n{BODY}\n"
    assert [kind for kind, _ in listed(text)] == [
        "sentence",
        "quotation",
        "quotation",
        "sentence",
        "sentence",
    ]


def test_a_quotation_that_goes_on() -> None:
    text = f"{BODY}\n\n“We did nothing at all.\n\n“And we will not.”\n\n{BODY}\n"
    assert [kind for kind, _ in listed(text)] == ["sentence", "quotation", "quotation", "sentence"]


@pytest.mark.parametrize(
    "line",
    ["Photo: Jane Doe/Agency", "Figure 2: Accounts by month", "The harbour at night (Photo: Jane Doe)"],
)
def test_captions(line: str) -> None:
    assert kind_of(line, f"A headline of some words here\n\n{BODY}\n\n{line}\n\n{BODY}\n") == "caption"


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    text = (
        "The company said on Monday that it had found out about the matter\nin the spring of last year, when "
        "an engineer looked at the figures\nand saw that they could not be right. It told the police at "
        "once\n"
        "and closed the accounts.\n\nNobody was hurt, and nothing was stolen that could not be replaced\n"
        "within a week or two, a spokesman told us.\n"
    )
    found = passages(text, "A").passages
    assert [passage.paragraph for passage in found] == [0, 0, 1]


def test_a_title_is_made_from_the_opening_words() -> None:
    found = passages(
        "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.\n", "A"
    )
    assert found.title.endswith("…")
    assert len(found.title) <= 81
    assert "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.".startswith(
        found.title[:-1] + " "
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Das ist nicht die erste Warnung, die von der Firma kam, und es wird nicht die letzte sein.", "de"),
        ("Ce n’est pas la première fois que la société est dans une telle situation, et elle le sait.", "fr"),
        ("No es la primera vez que la empresa se ve en una situación como esta, y lo sabe.", "es"),
        ("Компания заявила, что не знала об этом и что все было сделано по закону.", "ru"),
        ("Компанія заявила, що не знала про це і що все було зроблено за законом.", "uk"),
        ("公司周一表示，它去年春天就发现了这件事。", "zh"),
        ("会社は月曜日にそのことを知っていたと述べた。", "ja"),
        ("قالت الشركة يوم الاثنين إنها اكتشفت الأمر.", "ar"),
        ("Qwx zrt plk.", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert passages(text, "A").language == language


def test_it_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        passages(BODY, "A", cancelled=lambda: True)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("World News\n\nStorm hits the northern coast\n", "Storm hits the northern coast"),
        ("The Daily Example\n\nStorm explained\n", "The Daily Example"),
        ("Storm damage explained\n\nStorm hits the northern coast of the island\n", "Storm damage explained"),
        ("By Jane Doe\nWho will pay for the storm?\n", "Who will pay for the storm?"),
    ],
)
def test_titles(top: str, title: str) -> None:
    assert passages(f"{top}\n{BODY}\n", "A").title == title


FLOOD = (
    "The river rose by 1.4 metres in one night, and about 300 people left their houses before midnight.\n\n"
    * 3
)


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience. By using this site you agree to our privacy policy.",
        "We and our 112 partners store cookies on your device for personalised ads and content, ad measurement and "
        "audience insights, and to develop products. You can accept, reject or manage your preferences at any time, "
        "also those on legitimate interest, on the page of our privacy policy or with the button below.",
        "Wir verwenden Cookies, um Ihr Erlebnis zu verbessern.",
        "Nous utilisons des cookies avec nos partenaires.",
        "Accept all", "Manage preferences", "Most read", "You may also like", "Load more comments", "Leave a reply",
    ],
)  # fmt: skip
def test_what_sites_ask_of_visitors_is_boilerplate(line: str) -> None:
    text = f"{FLOOD}{line}\n\n{FLOOD}"
    told = [p.span.of(text) for p in passages(text, "A").passages if p.kind == "boilerplate"]
    assert told == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The bakery sold 300 cookies on Monday, more than ever before, and its owner was pleased with the day.",
        "The court ruled on Tuesday that sites must ask before they set cookies, and that a box ticked before is no "
        "consent, a ruling that lawyers had expected since the first hearing in the spring of the year before.",
        "Our browsers store cookies that advertising partners use to follow us from one site to the next, she wrote.",
        "“We bake cookies,” said the owner, “and our partners sell them to whoever accepts the price of the day.”",
        "Related costs rose by three percent in the first half of the year, according to the ministry of finance.",
    ],
)
def test_news_of_cookies_is_no_boilerplate(line: str) -> None:
    assert all(p.kind != "boilerplate" for p in passages(f"{FLOOD}{line}\n\n{FLOOD}", "A").passages)
