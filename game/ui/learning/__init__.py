"""The questionnaire on screen: who answers next, one question at a time, paper typed in, and what it all says."""
