"""One file for each shape of API; status codes and exceptions become our errors here."""
