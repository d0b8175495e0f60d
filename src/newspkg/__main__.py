"""`python -m newspkg` is the command line."""

from newspkg.cli import main

if __name__ == "__main__":
    main()
