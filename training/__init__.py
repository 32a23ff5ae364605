"""What is estimated from data: run by hand on texts that stay outside, with results that are kept in the package."""
