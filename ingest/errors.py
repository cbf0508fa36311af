"""What can go wrong, as one tree.

::

    KatalogError              one clear sentence: what, where, what to do
    ├── SourceError           a document is missing, unreadable, or not the one that is registered
    ├── FormError             a document's structure is not the declared one
    ├── VocabularyError       a code list contradicts itself or does not know a code
    ├── CorrectionError       a guarded correction no longer fits the text
    ├── DatasetError          the published dataset is missing or does not validate
    └── StoreError            the database cannot be written
"""

from __future__ import annotations


class KatalogError(Exception):
    """Base of all errors that a user can mend; ``str()`` is the sentence to print."""


class SourceError(KatalogError):
    """A document is missing, unreadable, or not the one that is registered."""


class FormError(KatalogError):
    """A document's structure is not the declared one."""


class VocabularyError(KatalogError):
    """A code list contradicts itself or does not know a code."""


class CorrectionError(KatalogError):
    """A guarded correction no longer fits the text."""


class DatasetError(KatalogError):
    """The published dataset is missing or does not validate."""


class StoreError(KatalogError):
    """The database cannot be written."""
