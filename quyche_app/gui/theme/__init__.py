"""How the window looks: tokens as data, palette, style, fonts, icons."""
