"""Question-answer datasets: write pairs, check them, keep the good ones, export them."""
