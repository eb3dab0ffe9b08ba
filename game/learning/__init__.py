"""What a room learnt: sheets of before and after joined by ticket, and how far people moved. Pure arithmetic."""
