"""The package's version, which every record names."""

__version__ = "0.1.0"
