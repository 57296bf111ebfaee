"""Weights of the evidence for pairs of words (``crossread.wording.likeness``).

Fitted by logistic regression on sentence pairs whose words were paired by hand (two sets: loose paraphrases,
where a phrase marked word by word counts less, and revisions of one text); tests/benchmarks/fit_words.py says
how. They weigh evidence and hold no word. The second round sees what the first found for neighbours and
rivals; what weighs the third is in resources/wording/network.json.
"""

FIRST_ROUND = (
    -3.204, 0.5072, 0.6571, -0.3959, -1.614, 0.7012, 2.46, 0.7669, -0.6791, 0.1651, 2.39, -1.924,
    -4.955, 0.2445, 0.5866, -0.08023, -0.6348, 1.507, 1.358, -0.5538, 0.472, -0.5379, -0.494,
    0.1999, 0.6546, 0.6377, -3.563, 5.23, -0.2295, 0.4219, 1.421, 4.594, 0.6913, -3.548, 0.303,
    -3.208, -1.087, -1.553, 0.1138, -0.3344, 6.547, -4.521, 1.821, 0.9505, -1.31, -1.929, 0.9244,
    0.1749, 0.4235, 1.265, 0.1574, 6.083, 1.811, 1.663,
)  # fmt: skip

SECOND_ROUND = (
    2.431, -0.7922, -2.298, -0.1968, 0.3337, -0.522, -1.099, 0.43, -0.02324, 0.2015, -0.3165,
    0.2096, 5.521, -1.178, -1.191, 1.745, -1.41, -1.964, -1.654, 1.571, -0.7828, 0.462, 1.051,
    0.3874, -0.8935, -0.754, 2.976, -3.496, 0.4544, -0.03627, -2.908, -5.374, 0.1041, 3.738, 0.406,
    1.879, 0.6816, 0.402, -0.0844, -0.1695, -6.381, 5.393, -1.694, 0.05854, 1.295, 0.1057, -0.795,
    -0.142, -0.292, -0.5374, -0.166, -2.003, -0.4314, -0.819, 1.868, 1.407, 1.159, 2.352, 0.534,
    -1.005, -1.835, -1.136, -0.581, 0.2632, -0.2828, 0.3424, -0.2816, -0.3891, 0.9731, 1.318,
    -0.5539, 3.802,
)  # fmt: skip
