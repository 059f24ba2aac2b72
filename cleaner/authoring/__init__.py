"""Making and keeping rule sets. It stands on the public API and the rules."""
