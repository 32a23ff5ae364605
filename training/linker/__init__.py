"""A link that is estimated: which mentions measure one thing, as features, weights and bits of evidence.

It is measured here and not used by the program yet: see CONTRIBUTING.md.
"""
