"""The Reading view: one document, shaded by disagreement, with what the others read in its margin."""
