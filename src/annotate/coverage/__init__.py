"""How far a text is annotated: its claims and how they stand, and what nobody has looked at yet."""
