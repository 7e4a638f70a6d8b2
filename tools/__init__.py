"""What the house is kept with: system packages, and the generated pages of the documentation."""
