"""What is read from one text: its names, numbers, denials, reservations, quotations, who says what."""
