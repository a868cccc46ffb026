"""An item of a finished run worked on, and its versions side by side."""
