"""The areas of the table: each module builds one of them from what the table shows at one moment."""
