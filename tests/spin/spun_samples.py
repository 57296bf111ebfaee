"""Texts written for these tests: a genuine report, two spun copies of it, other coverage."""

from crossread.read import read_text
from crossread.text.document import Document

GENUINE = """Harbour bridge reopens after repairs

The old bridge over the harbour reopened to traffic on Monday, nine months after engineers found cracks in
two of its steel beams. The city council said the repairs cost 4.2 million dollars, slightly less than it
had expected, and that the bridge was now safe for heavy trucks.

"We know how difficult this year has been for local shops," said the mayor, Anna Lindqvist. "We are grateful
for your patience, and we will not close the bridge again this summer."

The council closed the bridge in June because a routine inspection showed that rust had weakened the beams.
Drivers had to use the tunnel to the north, and many small companies on the island complained that they lost
customers. A study by the university found that sales in the old town fell by about 12 percent during the
closure.

Engineers replaced both beams and painted the whole bridge. They also installed sensors that measure how
much the steel moves when trucks cross, so that damage can be found early. The sensors send their data to
the control centre every minute.

According to the transport department, the bridge carries about 18,000 vehicles a day. It was built in 1931
and is one of the oldest bridges in the country. The council plans to build a new bridge next to it, but
work will not begin before 2031.
"""

SPUN = """Harbour bridge reopens after repairs

The previous bridge over the harbour reopened to visitors on Monday, 9 months after engineers discovered
cracks in two of its metal beams. The town council mentioned the repairs price 4.2 million dollars, barely
lower than it had anticipated, and that the bridge was now protected for heavy vehicles.

"We all know how troublesome this yr has been for native retailers," mentioned the mayor, Anna Lindqvist.
"We're grateful in your persistence, and we is not going to shut the bridge once more this summer time."

The council closed the bridge in June as a result of a routine inspection confirmed that rust had weakened
the beams. Drivers had to make use of the tunnel to the north, and plenty of small corporations on the
island complained that they misplaced their jobs with out clients. A examine by the college discovered that
gross sales within the previous city fell by about 12 p.c in the course of the closure.

Engineers changed each beams and painted the entire bridge. In addition they put in sensors that measure how
a lot the metal strikes when vehicles cross, in order that harm will be discovered early. The sensors ship
their information to the management centre each minute.

In keeping with officials, the bridge carries about 18,000 automobiles a day. It was in-built 1931 and is
one of many oldest bridges within the nation. The council plans to construct a brand new bridge subsequent
to it, however work won't start earlier than 2031.
"""

_SWAPPED = {
    "heavy": "weighty", "expected": "awaited", "shops": "boutiques", "grateful": "obliged", "patience": "forbearance",
    "showed": "displayed", "weakened": "enfeebled", "small": "diminutive", "lost": "mislaid", "study": "inquest",
    "fell": "tumbled", "replaced": "supplanted", "painted": "daubed", "whole": "undivided",
    "installed": "inaugurated", "measure": "gauge", "cross": "traverse", "damage": "detriment", "early": "premature",
    "send": "dispatch", "control": "restraint", "carries": "totes", "day": "daytime", "oldest": "eldest",
    "country": "countryside", "build": "erect", "new": "novel", "work": "toil", "begin": "commence",
    "repairs": "mends", "difficult": "laborious", "closed": "sealed", "routine": "habitual", "complained": "lamented",
    "sales": "vendings", "moves": "budges", "plans": "schemes",
}  # fmt: skip
UNLISTED = " ".join(_SWAPPED.get(word, word) for word in GENUINE.replace("\n\n", " \n\n ").split(" "))

OTHER = """Bridge open again

Traffic returned to the harbour bridge this week. Trucks had been banned since June, when an inspection
found rust in the steel. The council spent 4.2 million dollars on new beams and on sensors that watch the
bridge day and night. Shops in the old town hope that their customers will return. "It was a hard winter,"
said Per Holm, who sells books on the island.
"""

FOREIGN = """Die alte Brücke über den Hafen ist am Montag wieder für den Verkehr geöffnet worden, neun Monate nachdem
Ingenieure Risse in zwei ihrer Träger gefunden hatten. Die Stadt sagte, die Arbeiten hätten 4,2 Millionen
gekostet, etwas weniger als erwartet, und die Brücke sei nun auch für schwere Lastwagen sicher. Das ist für
die Geschäfte in der Altstadt wichtig.
"""


def documents(*texts: str) -> list[Document]:
    """Documents A, B ... of these texts."""
    return [read_text(text, f"text {number}", chr(ord("A") + number)) for number, text in enumerate(texts)]
