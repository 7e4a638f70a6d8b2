"""The print edition laid out: a tagged PDF, what it carries and what it is held to."""
