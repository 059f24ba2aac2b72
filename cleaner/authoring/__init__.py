"""Making and keeping rule sets: reading other programs' rules, scaffolds, packs, a schema for editors."""
