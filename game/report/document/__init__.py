"""The debrief as a paper document: the page's figures and charts, composed for A4 and for screen readers."""
