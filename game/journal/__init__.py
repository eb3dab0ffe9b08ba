"""The save file: append-only JSON lines, on disk before the next move is accepted. Save = replay = undo = branch.

The first line says what is played: scenario, hashes of its content, seats, seed, versions. Each further line is one
entry with its number and its CRC-32. Nothing here knows the rules: replaying is the session's business.
"""
