"""What styles and presets put together: each room has one topic.

``part`` is what every part is, ``workshop`` what every part needs to know.
"""
