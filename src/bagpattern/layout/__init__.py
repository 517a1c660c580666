"""Lay plans on cloth, and pages of paper."""
