"""The facilitator's side of the table: its clock, its controls, its own window."""
