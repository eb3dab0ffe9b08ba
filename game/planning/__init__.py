"""Preparing a workshop: from the time there is and who comes to a city, its rounds, who sits where, a run sheet.

Everything here is reckoned from the scenarios and the rules; no file is read and nothing is said in words.
"""
