"""The open-data files, one module per format."""
