"""Quality and speed of the cleaner beside its peers, on a folder of pages with gold: `python -m benchmarks --corpora
FOLDER`.
"""
