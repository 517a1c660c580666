"""How what was drafted hangs together on the finished bag, read off its seams and marks.

Where pockets and patches lie, what straps are sewn to, where each piece of hardware sits. It knows no part and no
style: whatever says what its lines hold and what it is sewn to is found.
"""
