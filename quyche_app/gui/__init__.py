"""The window: shell, screens, widgets, item models, task runner, theme."""
