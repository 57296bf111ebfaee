"""The Ribbon: whole documents side by side, scrolling in step, with a ribbon between what belongs together."""
