"""How the learnt weights are made: commands that read a folder of corpora and write the files that ship."""
