"""How everything looks: themes, fonts, and what several widgets paint."""
