"""What Word files and OpenDocument texts have in common."""
