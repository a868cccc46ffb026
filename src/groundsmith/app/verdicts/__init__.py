"""What people say of records, and what is learnt and promised from it."""
