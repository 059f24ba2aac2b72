"""Making and keeping rule sets: scaffolds, other programs' rules, packs, a schema for editors, what a set does."""
