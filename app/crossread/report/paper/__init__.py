"""A report for paper: laid out once, then drawn as PDF, Word or Markdown."""

from crossread.report.paper.build import EVERYTHING, SectionKey, Wanted, paper
from crossread.report.paper.model import Paper

__all__ = ["EVERYTHING", "Paper", "SectionKey", "Wanted", "paper"]
