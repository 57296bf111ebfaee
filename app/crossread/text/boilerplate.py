"""What stands around an article and is not part of it: tags, share buttons, advertisements, bylines, sources.

Told by form, by place and by cues that publishers share. A full paragraph inside the article is never
taken for
boilerplate: the cues count in short lines only, and most of them only before the first or after the last
paragraph.
"""

import re
from typing import Literal

from crossread.text.blocks import ends_sentence
from crossread.text.dates import first_date, without_dates
from crossread.text.language import script_counts

Zone = Literal["top", "body", "tail"]
"""Before the first running paragraph, between the first and the last, after the last."""


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


# Lines that are furniture wherever they stand: the whole line has the form.
_LABELLED = _any(
    r"(?:tags?|topics?|keywords?|filed under|posted in|categor(?:y|ies)|labels?|sources?"
    r"|references?|via|read (?:more|next|also)"
    r"|related(?: (?:articles?|stories|news|posts?|topics?|reading))?|see also|also read|share"
    r"|follow|editor['’]?s picks?"
    r"|trending|most read|schlagwörter|schlagworte|themen|quellen?|mots[- ]clés|étiquettes"
    r"|etiquetas|fuentes?|fonti?"
    r"|bronnen|теги|метки|источники?|джерел[ао]|标签|来源|タグ)\s*[:：].*",
)
_ORIGINAL = _any(
    r".*\b(?:read|view|see) (?:the )?(?:original|full)(?: (?:story|article|post|report"
    r"|version))?(?: (?:on|at|here|in)\b.*)?",
    r".*\b\d+ ?(?:min|mins|minutes?)\.? read\b.*",
    r"(?:this (?:article|story|post) )?(?:was )?(?:originally|first) (?:published|appeared|posted) "
    r"(?:on|in|at|by)\b.*",
)
_COPYRIGHT = _any(r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})).*", r".*\ball rights reserved\b.*")
_ALONE = _any(
    r"(?:follow (?:us )?on )?(?:telegram|facebook|twitter|x|whatsapp|instagram|linkedin|reddit"
    r"|youtube|pinterest|tiktok|threads"
    r"|bluesky|mastodon|messenger|viber)",
    r"e-?mail|print|share|tweet|comments?|copy link|subscribe|newsletter|menu|home|search|log ?in"
    r"|sign ?in|sign ?up|save",
    r"advertisements?|sponsored(?: content)?|promoted|ad|anzeige|werbung|publicité|publicidad"
    r"|pubblicità|реклама|广告",
    r"\d+ (?:comments?|shares?|likes?|views?)",
    r"(?:story continues|continue reading|article continues)(?: below.*)?|skip to (?:main )?content"
    r"|back to top|load more(?: \w+)?|show (?:more|all)|view all|accept(?: all)?(?: cookies)?|reject all|manage "
    r"(?:preferences|cookies)|cookie settings|leave a (?:reply|comment)|post a comment|most (?:read|popular|viewed)"
    r"|you (?:may|might) also like|recommended(?: for you)?|related(?: (?:stories|articles|posts|content))?",
)
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.|t\.me/)\S+|\S+@\S+\.\w{2,}|@[\w.]{2,})(?:[\s,·|]+(?:https?://|www\."
    r"|t\.me/|@)\S+)*"
)
_CALL = _any(  # an imperative at the start of a short line
    r"(?:please )?(?:subscribe|sign up|follow us|join (?:us|our|the conversation)|click here|tap "
    r"here|download (?:our|the app)"
    r"|share this|like us|read more|learn more|get (?:instant|breaking|our|the latest|daily|more"
    r"|push|unlimited)"
    r"|don['’]?t miss|stay (?:informed|updated|connected|tuned|ahead)|support (?:us|our)|donate"
    r"|contact us|send us|leave a comment"
    r"|enter your e-?mail|shop now|buy now|order now|try (?:it )?free|start your free)\b.*",
)
# Lines that are furniture only around the article.
_AROUND = _any(
    r".*\b(?:subscribe|newsletter|sign up|follow us|our (?:telegram|whatsapp|channel|app|newsletter"
    r"|podcast|facebook)"
    r"|(?:instant|news|email) alerts?|push notifications?|share this|click here|unsubscribe)\b.*",
    r".*\b(?:terms of (?:use|service)|privacy (?:policy|notice)|cookie (?:policy|settings)|contact "
    r"us|about (?:us|the author))\b.*",
    r".*\bfree (?:\w+ )?(?:consultation|quote|trial|shipping|estimate|webinar|demo)\b.*",
    r".*\b(?:limited[- ]time|special) offer\b.*",
    r".*!!+.*",
    r"(?:more|other|latest|popular|recommended|top|you may also like|recent)(?: (?:from|in|on"
    r"|stories|articles|news|posts)\b.*)?",
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_SITE_USES = re.compile(
    r"(?:\b(?:we|(?:this|our) (?:web)?site|this page|wir|unsere (?:web)?seite|nous|notre site)\b[^.\"“„«]{0,60}?"
    r"\b(?:use|uses|store|stores|verwenden|verwendet|nutzen|nutzt|utilisons|utilise)\b"
    r"|\b(?:usamos|utilizamos|utilizziamo)\b)[^.\"“„«]{0,40}?\bcookies\b",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"\b(?:accept|agree|consent|allow|reject|manage|akzeptieren|zustimm\w+|einwillig\w+|accepte[rz]|aceptar)\b",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"\b(?:your|ihre?|votre|vos)\b.{0,80}\b(?:experience|preferences|privacy|choices?|settings|erlebnis|einstellungen"
    r"|expérience|choix)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?i:(?:written |reported |posted |story |words )?by|von|par|por|door|автор:?|author:?))\s+"
    r"[^\W\d_a-zа-яіїєґ][\w.'’-]*+(?:[\s,|·/&-]++(?:(?i:and|und|et|y|e|en|de|van|von|der|for|at"
    r"|in)\s+)?[^\W\d_a-zа-яіїєґ][\w.'’-]*+){0,9}\W*"
)
_CREDITS = _any(r"\(?(?:reporting|editing|additional reporting|writing|compiled|translated) by .{3,200}")
_DATE_WORDS = re.compile(
    r"\b(?:(?:first |last )?(?:published|posted|updated|modified|created|date|on|at|am|pm|a\.m\."
    r"|p\.m\.|[a-z]{2,4}t|utc|gmt|z"
    r"|uhr|le|am|vom|il|el|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?)\b|\d{1,2}:\d\d(?::\d\d)?"
    r"|[+-]\d\d:?\d\d",
    re.IGNORECASE,
)
_CAPTION = _any(
    r"(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|credit|foto|bild|photographie"
    r"|imagen|immagine|фото)"
    r"(?: (?:source|credit|by|courtesy)[^:：]{0,30})?\s*[:：©].*",
    r"(?:figure|fig\.?|abb\.?|abbildung) \d+\s*[.:：–—-].*",
    r"(?:file )?photo(?:graph)?s? (?:by|courtesy) .*",
    r".*\((?:file )?(?:photo|image|picture|credit|illustration|foto|bild)\b[^)]*\)\.?",
    r".*\b(?:image|photo|picture) (?:source|credit)s? ?[:：].*",
    r".*(?:getty images|shutterstock|afp via getty|/ ?(?:reuters|afp|ap photo|getty|epa))[^.]{0,30}\)?",
)
_PUBLISHER = re.compile(
    r"(?:(?i:\b(?:original|full)(?: story| article| post| report)? (?:on|at)"
    r"|\b(?:originally|first) (?:published|appeared|posted) (?:on|in|at|by))|©(?: ?\d{4})?)\s+"
    r"(?P<name>[^\W\d_][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,4})"
)


def words_in(text: str) -> int:
    """How long a line is in words; two Han or kana characters count as one."""
    scripts = script_counts(text[:400])
    return max(len(text.split()), (scripts["CJK"] + scripts["KANA"]) // 2)


def is_furniture(text: str, zone: Zone) -> bool:
    """Whether a block is boilerplate by its own form, given where it stands."""
    if not any(c.isalnum() for c in text[:2000]) and not any(c.isalnum() for c in text):
        return True
    if _asks_consent(text):
        return True
    if len(text) > 1000 or (count := words_in(text)) > 60:
        return False
    if _ALONE.fullmatch(text) or _ADDRESS.fullmatch(text) or (count <= 40 and _COPYRIGHT.fullmatch(text)):
        return True
    if _LABELLED.fullmatch(text) and not re.search(r"\w{2}[.!?] +\w", text):
        return True
    return _is_around(text, zone, count)


def _asks_consent(text: str) -> bool:
    """Whether a block asks the visitor of a page to put up with cookies, in the words of the site, not of a report."""
    if len(text) > 2_000 or not _COOKIES.search(text):
        return False
    return bool(_SITE_USES.search(text)) or bool(_AGREE.search(text) and _YOURS.search(text))


def _is_around(text: str, zone: Zone, count: int) -> bool:
    fragment = not ends_sentence(text)
    if (count <= 15 and (fragment or zone != "body") and _ORIGINAL.fullmatch(text)) or (
        count <= 12 and fragment and _CALL.fullmatch(text)
    ):
        return True
    if zone == "body":
        return False
    if count <= 20 and (fragment or zone == "tail") and (_CALL.fullmatch(text) or _AROUND.fullmatch(text)):
        return True
    if count <= 14 and (_BYLINE.fullmatch(text) or is_date_line(text)):
        return True
    return count <= 30 and bool(_CREDITS.fullmatch(text))


def is_date_line(text: str) -> bool:
    """Whether a line says little but a date ("News · 2026-06-25", "Published June 25, 2026 at 10:00")."""
    if len(text) > 120 or first_date(text) is None:
        return False
    rest = re.findall(r"[^\W\d_]+", _DATE_WORDS.sub(" ", without_dates(text.replace("T", " T "))))
    return len(rest) <= 4


def is_byline(text: str) -> bool:
    """Whether a line names the author and says nothing else."""
    return len(text) <= 160 and bool(_BYLINE.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether a line says that it belongs to a picture."""
    return len(text) <= 600 and words_in(text) <= 60 and bool(_CAPTION.fullmatch(text))


def is_foreign(text: str, main_script: str) -> bool:
    """Whether a good part of a line is in another script than the document."""
    scripts = script_counts(text)
    foreign = scripts.total() - scripts[main_script]
    return foreign >= 8 and foreign >= 0.25 * scripts.total()


def publisher_in(text: str) -> str:
    """The publisher that a line of furniture names ("Read the original on ..."), or nothing."""
    match = _PUBLISHER.search(text)
    return match["name"].rstrip(".'’-") if match else ""
