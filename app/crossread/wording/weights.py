"""Weights of the evidence for pairs of words (``crossread.wording.likeness``).

Fitted by logistic regression on sentence pairs whose words were paired by hand (two sets: loose paraphrases,
where a phrase marked word by word counts less, and revisions of one text); tests/benchmarks/fit_words.py says
how. They weigh evidence and hold no word. The second round sees what the first found for neighbours and
rivals; what weighs the third is in resources/wording/network.json.
"""

FIRST_ROUND = (
    -3.204, 0.5074, 0.6572, -0.3959, -1.614, 0.7015, 2.46, 0.7669, -0.6791, 0.1651, 2.39, -1.924,
    -4.955, 0.2445, 0.5866, -0.08016, -0.6348, 1.507, 1.358, -0.5538, 0.472, -0.5379, -0.494,
    0.1999, 0.6546, 0.6377, -3.563, 5.23, -0.2295, 0.4219, 1.421, 4.594, 0.6914, -3.548, 0.3031,
    -3.208, -1.087, -1.553, 0.1138, -0.3344, 6.547, -4.521, 1.821, 0.9506, -1.31, -1.93, 0.9244,
    0.1748, 0.4235, 1.265, 0.1574, 6.083, 1.811, 1.663,
)  # fmt: skip

SECOND_ROUND = (
    2.43, -0.7926, -2.298, -0.1967, 0.3337, -0.5227, -1.099, 0.4299, -0.02323, 0.2014, -0.3164,
    0.2094, 5.521, -1.177, -1.191, 1.745, -1.411, -1.964, -1.654, 1.571, -0.7828, 0.4621, 1.051,
    0.3874, -0.8935, -0.7537, 2.976, -3.496, 0.4544, -0.03639, -2.907, -5.374, 0.1041, 3.738,
    0.4057, 1.88, 0.6816, 0.4021, -0.08445, -0.1693, -6.381, 5.391, -1.694, 0.05855, 1.295, 0.1068,
    -0.7949, -0.1417, -0.292, -0.5373, -0.166, -2.003, -0.4313, -0.819, 1.868, 1.407, 1.159, 2.352,
    0.5341, -1.005, -1.835, -1.136, -0.5809, 0.2632, -0.2828, 0.3424, -0.2816, -0.3891, 0.9731,
    1.319, -0.5539, 3.802,
)  # fmt: skip
