"""The debrief: what a session became, told as figures, charts and a page to keep."""
