"""newspkg: validated, versioned data packages from raw news articles about armed conflict."""

__all__ = ["__version__"]
__version__: str


def __getattr__(name: str) -> str:
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import version  # slow to import, and seldom asked for

    return version("newspkg")
