"""How good claimcheck is on labelled data of our own: labels, figures, and the floors under them."""
