"""What a claim's text says otherwise than its evidence: a module for each way of it."""
