"""The records: frozen, validated values that know nothing of files, forms or databases."""
