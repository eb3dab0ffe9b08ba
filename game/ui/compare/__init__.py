"""The answers to a challenge side by side: what each takes, what it would do and for whom, and what is uncertain."""
