"""The windows that explain: marks, keys, why passages are aligned, who copied from whom."""
