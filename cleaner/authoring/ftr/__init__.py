"""Rule files of Full-Text RSS (ftr-site-config) as rule sets of this program."""
