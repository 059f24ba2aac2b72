"""Models learnt from pages with gold. A module lists its `FEATURES` and computes them in that order; the files hold the
weights.
"""
