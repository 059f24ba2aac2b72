"""What is learnt from pages with gold: the models, one loader, and the features that they look at."""
