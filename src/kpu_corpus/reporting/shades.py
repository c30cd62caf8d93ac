"""The shades of the heatmap, from none to most: one hue, readable without seeing colours."""

# Ground and ink in hexadecimal; the figure in the cell says the same as its shade.
SHADES = (
    ("F5F6F8", "4A505A"),
    ("DFE9F4", "16202B"),
    ("B9D2EA", "0F1A26"),
    ("84B0DC", "08121C"),
    ("2F6FAE", "FFFFFF"),
    ("123F70", "FFFFFF"),
)
