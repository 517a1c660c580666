"""A range: one bag in all the sizes, cloths, papers and languages that a seller has, each proved.

A spec (``reading``) has axes, whose combinations (``plan``) are variants, each with a name and the hash of all that it
depends on. A variant is made (``making``) anywhere, of what travels with it alone: a row of facts and files as bytes.
Who has it made (``crew``, ``hired``) hands it to the folder (``folder``), the one place of the room that writes:
journals while it goes on (``journal``), and at the end, in the order of the plan, the manifest (``manifest``), tables,
contact sheets and a page (``page``).
"""
