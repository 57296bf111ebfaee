"""The findings at the right: how they are filtered, stepped through and listed."""
