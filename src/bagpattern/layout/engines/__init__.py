"""The search for dense lay plans: engines in processes of their own, and their contest."""
