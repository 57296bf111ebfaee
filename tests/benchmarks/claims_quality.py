"""Precision and recall of quotations, names, certainty and hidden characters on the sentences in tests/claims.

``python tests/benchmarks/claims_quality.py`` prints a line for each, with ``--errors`` also what is wrong.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from claims import sentence_sets


def main() -> None:
    print(f"{'':16}{'sentences':>10}{'right':>7}{'precision':>11}{'recall':>8}")
    for name, outcomes in sentence_sets.ALL.items():
        scored = list(outcomes())
        hits = sum((each.found & each.expected).total() for each in scored)
        found = sum(each.found.total() for each in scored)
        expected = sum(each.expected.total() for each in scored)
        right = sum(each.right for each in scored)
        print(
            f"{name:16}{len(scored):>10}{right:>7}{hits / max(1, found):>11.3f}{hits / max(1, expected):>8.3f}"
        )
        if "--errors" in sys.argv:
            for each in scored:
                if not each.right:
                    print(f"    {each.text!r}\n        wrongly found {dict(each.found - each.expected)}")
                    print(f"        missed        {dict(each.expected - each.found)}")


if __name__ == "__main__":
    main()
