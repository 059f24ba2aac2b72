"""The budget of a page's markup, held before the parser sees it."""

from cleaner.budget.check import Counts, check_nesting, count_markup

__all__ = ["Counts", "check_nesting", "count_markup"]
