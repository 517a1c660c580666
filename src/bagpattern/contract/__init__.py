"""What every style and part is held to: drafted at its defaults, at its limits and in between, proved or refused.

python -m bagpattern.contract my_parts/      the same for a folder of one's own
"""
