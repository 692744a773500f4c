"""The command: parses, calls once, prints.

    app.py         the commands joined, the default command, help
    main.py        one run: exit codes, errors, closed pipes
    options.py     options that several commands share
    reading.py     the article: a file, a URL, standard input
    writing.py     the result: standard output or a file
    progress.py    what a terminal shows meanwhile
    summarize.py   `summarizer article.txt`, also --dry-run
    batch.py       `summarizer batch`; batch_progress.py: what is seen of a run
    batch_files.py `summarizer batch export | submit | status | collect | cancel | import`
    model_options.py  options that say which model reads
    cache.py       `summarizer cache`
    view.py        `summarizer view`
    clean.py       `summarizer clean`
    prompts.py     `summarizer prompts …`
    about.py       `summarizer models`, `summarizer schema`

Only typer is imported at the top of these: help and completion have to be quick.
"""

from summarizer.cli.main import main

__all__ = ["main"]
