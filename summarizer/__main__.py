"""`python -m summarizer` is the command."""

from summarizer.cli import main

main()
