"""Bags that others published with their finished and cut sizes: which styles and constructions are held to one.

Where there is none it says why: what was looked at, and what of its arithmetic is missing or does not close.
"""

OF_STYLES = {
    "band-pouch": "test_pals_pouch",
    "basket-bag": "test_wald_basket",
    "box-bag": "test_fabric_box",
    "box-pouch": "test_small_pouch",
    "bucket": "test_bucket_bag",
    "crossbody": "test_waist_bag",
    "duffle": "test_duffels",
    "flat-pouch": "test_zip_pouch",
    "folding-wallet": "test_folded_card_slots",
    "lunch-bag": "test_lunch_box",
    "mini-backpack": "test_kanken_style",
    "organiser": "test_zipped_book_cover",
    "roll-top": "test_roll_tops",
    "stuff-sack": "test_stuff_sacks",
    "tool-roll": "test_utensil_roll",
    "tote": "test_totes",
}
"""By style, a module that makes a published bag with it."""
NONE_OF_STYLES = {
    "clutch": "bhg.com, Push the envelope: cut 12 x 21 1/2 in, its finished size is not stated; nor is that of "
    "the-littlest-thistle.com 2015/01, 12 x 7 in with a flap on a template",
    "drawstring-backpack": "sotakco.nl 2018/03: 14 in less two seams of 3/8 is 13 1/4, told as 13, and its height "
    "leaves 1/2 in unexplained; servingwithsmiles.org 2019/12: no finished size",
    "frame-purse": "whatcarolinemade.blogspot.com 2012/10, issuu.com Easy Peasy Purse, rainbowscrafts 2016/07: boxed, "
    "which no frame purse here is; guthrie-ghani.co.uk, handmadiya.com 2023/02: traced, without sizes to check",
    "frame-wedge": "dillpicklegear.com, Wedge-style Saddle Pack: about 7 x 4 x 3 in, its pieces only as a drawing; "
    "makers trace their own frame",
    "handbag": "sunnysewing.blogspot.com 2012/08: a trapezoid of 6 and 9 by 11 in whose allowance is not stated; "
    "milkandcartoons.blogspot.com 2009/03: pleated",
    "hobo": "free-tutorial.net 2020/06, 20 x 23 in, and emblibrary.com, 15 x 13 1/2 in: cut by a template without "
    "sizes; thewoogies.blogspot.com 2012/09: two squares of 27 in, which are knotted",
    "messenger": "fishsticksdesigns.com: 17 in less two seams leave 16 for width and depth together, told as 15 and "
    "3 1/2; wardoftheday.blogspot.com 2012/02, cutoutandkeep.net laminated messenger bag: no finished size",
    "sling": "joann.com Belt Bag: its bands are 26 1/2 in long where its box is 25 round, rounded corners less; "
    "welikesewing.com Blushing Pink: pieces only as a drawing",
}
"""By style that has none, what was looked at and why it is left out."""
OF_CONSTRUCTIONS = {
    "lining cut like the shell": "test_zip_pouch",
    "allowance at the zip": "test_small_pouch",
    "channels turned down": "test_stuff_sacks",
    "bodies and walls in one piece": "test_totes",
    "pockets": "test_kanken_style",
    "where bands join": "test_pals_pouch",
    "smaller least sizes": "test_small_pouch",
    "box under a lid": "test_fabric_box",
    "folding wallet": "test_folded_card_slots",
    "zip-round organiser": "test_zipped_book_cover",
    "tool roll": "test_utensil_roll",
    "lunch bag": "test_lunch_box",
}
NONE_OF_CONSTRUCTIONS = {
    "flap in one with the back": "that of bhg.com, Push the envelope, has no finished size",
    "felled, French and bound seams": "crafthaven.org: 4 x 6 in with 5/8 in for French seams, folded at one side, as no"
    " style here is; allpeoplequilt.com, Simple Zippered Pouch: bound, corners cut 1/2 x 1/4 in for 1 in of depth",
    "second cloth over the base": "it is cut like the base and as high as its maker likes: nothing to compare",
    "flap over the zip": "that of the Kanken-style backpack is a straight strip round square corners, ours mitred; "
    "its width, 50 mm for 15 that show, is compared in tests/parts/test_zip_flaps.py",
    "straps on every bag": "a strap's length is its wearer's",
    "pull tabs and loops": "cut by eye wherever they are told",
    "opening against the back": "its pieces are those of a bag that opens at the front",
    "hobo": "as its style",
    "purse on a frame": "as its style",
    "frame wedge": "as its style",
}
"""Likewise of what can be asked of a bag."""
