"""Many articles through batch files: requests out, replies in, round after round.

manifest.py   what a run is made of and how far it is; the files' names
replay.py     one conversation, held with the replies there are
advance.py    all conversations, once
requests.py   files of requests, not too large
replies.py    files of replies, found by id
rounds.py     export, and import with the next round
remote.py     the same at a provider: submit, look, collect
"""
