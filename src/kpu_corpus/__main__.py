"""``python -m kpu_corpus`` is the command line."""

from kpu_corpus.cli import main

if __name__ == "__main__":
    main()
