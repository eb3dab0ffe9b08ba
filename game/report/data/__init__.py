"""A session as tables for a spreadsheet, a statistics package or a database: what happened, no names of people."""
