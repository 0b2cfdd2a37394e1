"""Containers beyond dict, list, set and tuple."""
