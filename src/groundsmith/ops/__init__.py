"""Watch: logs now; metrics, drift, alerts and health join here."""
