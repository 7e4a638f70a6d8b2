"""Reading themes: a folder with `theme.toml`, style sheets, and the pictures and fonts that they name."""
