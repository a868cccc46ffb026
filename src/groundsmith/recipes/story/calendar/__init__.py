"""When things are told to happen: days, hours, seasons."""
