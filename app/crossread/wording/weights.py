"""Weights of the evidence for pairs of words (``crossread.wording.likeness``).

Fitted by logistic regression on sentence pairs whose words were paired by hand (two sets: loose paraphrases,
where a phrase marked word by word counts less, and revisions of one text); tests/benchmarks/fit_words.py says
how. They weigh evidence and hold no word. The second round sees what the first found for neighbours and
rivals; what weighs the third is in resources/wording/network.json.
"""

FIRST_ROUND = (
    -2.88, 1.09, 0.5934, -0.1827, -1.734, 0.7624, 1.71, 0.6438, -0.1235, 0.4149, 2.47, -1.932,
    -5.709, 0.3856, 0.4461, 0.5826, -0.6231, 1.62, 1.482, -0.5714, 0.5498, -0.4804, -0.2357,
    0.1429, 0.9609, 0.4873, -3.516, 4.729, 0.1708, 0.895, 0.2802, 6.94, 0.5643, -4.135, 0.5565,
    -2.725, -0.1347, -1.276, -0.4645, -0.5485, 7.839, -4.844, 0.5159, 1.701, -1.426, -2.477,
    0.2139, -0.2141, -0.07304, 1.158, 0.2692, 5.866, 2.457, 1.672,
)  # fmt: skip

SECOND_ROUND = (
    1.814, -1.67, -1.846, -0.2158, -0.339, -0.9778, -0.2891, 0.8964, 0.1503, 0.4533, 0.03264,
    -0.3374, 4.559, -1.017, -1.158, 2.535, -1.872, -1.573, -1.415, 1.417, -0.7492, 0.05711,
    0.768, 0.4477, -0.7618, -0.1284, 2.061, -2.339, 0.1639, -0.02398, -1.994, -4.225, 0.5756,
    3.751, 0.5224, 1.782, 0.09068, -0.6034, -0.6817, -0.7773, -5.028, 4.014, -1.579, 0.3702,
    1.365, -0.1339, -0.2695, 0.01937, 0.1612, -0.1806, -0.1188, -0.8654, -0.02862, -0.3575,
    1.586, 1.336, 1.176, 2.311, 0.4326, -1.36, -2.058, -0.7922, -0.4596, 0.4156, -0.2177,
    0.3502, -0.2458, -0.3562, 0.8811, 1.043, -0.4848, 4.04,
)  # fmt: skip
