"""Weights of the evidence for links (``crossread.align.evidence``), and the constant.

Fitted by logistic regression (tests/benchmarks/fit_links.py) on news of one event by many hands, summaries and their
sources, translations and abridgements of one book, and topics marked by hand. No word of these texts is kept, only how
much each evidence counts. The second round sees what the first found for passages of third documents. Two documents
alone have no third to speak for a pair or against it; their weights were fitted on the same texts, two at a time.
"""

FIRST_ROUND = {
    "numbers": 0.2056,
    "beside": 2.553,
    "drawn": 1.017,
    "apart": 11.76,
    "third": 6.772,
    "kin": 0.5503,
    "alike": 0.8809,
    "constant": -4.215,
}
SECOND_ROUND = {
    "numbers": 0.1925,
    "beside": 2.304,
    "drawn": 1.025,
    "apart": 8.037,
    "third": 6.132,
    "kin": 0.5819,
    "alike": 2.803,
    "agreed": 1.808,
    "constant": -5.318,
}
OF_TWO = {
    "numbers": 0.4183,
    "beside": 3.943,
    "drawn": 0.6563,
    "apart": 4.941,
    "kin": 0.2624,
    "alike": 8.127,
    "constant": -3.279,
}
