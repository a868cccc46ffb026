"""Learning to rank: a model of what makes a document relevant, from people's judgments."""
