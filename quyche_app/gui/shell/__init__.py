"""The window around the screens: rail, menus, command box, status bar. It composes and decides nothing."""
