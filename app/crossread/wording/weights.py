"""Weights of the evidence for pairs of words (``crossread.wording.likeness``).

Fitted by logistic regression on sentence pairs whose words were paired by hand (two sets: loose paraphrases,
where a phrase marked word by word counts less, and revisions of one text); tests/benchmarks/fit_words.py says
how. They weigh evidence and hold no word. The second round sees what the first found for neighbours and
rivals; what weighs the third is in resources/wording/network.json.
"""

FIRST_ROUND = (
    -3.147, 0.3948, 0.7081, -0.3971, -1.609, 0.6517, 2.433, 0.77, -0.6649, 0.1727, 2.381, -1.946,
    -4.563, -0.006292, 0.5878, -0.1658, -0.629, 1.482, 1.337, -0.508, 0.4562, -0.6379, -0.3438,
    0.242, 0.6443, 0.6073, -3.57, 5.254, -0.2521, 0.3854, 1.46, 4.637, 0.5898, -3.406, 0.2844,
    -3.122, -1.028, -1.565, 0.06735, -0.3714, 5.699, -3.96, 2.128, 0.8397, -1.113, -2.233, 0.9527,
    0.2413, 0.4243, 1.263, 0.1547, 6.097, 1.797, 1.671,
)  # fmt: skip

SECOND_ROUND = (
    2.403, -0.8769, -2.327, -0.2168, 0.2528, -0.5255, -1, 0.476, -0.01016, 0.2525, -0.2461, 0.1478,
    5.389, -1.207, -1.188, 1.632, -1.27, -1.933, -1.635, 1.588, -0.7678, 0.3611, 1.048, 0.4032,
    -0.874, -0.7132, 2.831, -3.281, 0.4533, -0.03358, -2.927, -5.103, 0.06483, 3.809, 0.4553, 1.765,
    0.6074, 0.3018, -0.158, -0.2825, -6.26, 5.328, -1.304, -0.1459, 1.384, 0.01864, -0.7986,
    -0.1427, -0.2738, -0.5014, -0.1583, -1.802, -0.3764, -0.7538, 1.828, 1.494, 1.255, 2.348,
    0.5391, -1.017, -1.818, -1.229, -0.5461, 0.2478, -0.3292, 0.3534, -0.2842, -0.3943, 0.824,
    1.374, -0.8235, 3.782,
)  # fmt: skip
