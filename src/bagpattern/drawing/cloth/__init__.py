"""Lay plans as drawings."""
