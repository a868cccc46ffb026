"""Foreign bytes parsed in a process of their own, which can open nothing and ends when told."""
