"""``python -m kpu_corpus`` is the command line."""

import sys

if __name__ == "__main__":
    try:
        from kpu_corpus.cli import main
    except KeyboardInterrupt:  # already while the libraries are loaded
        sys.exit(130)
    main()
