"""Doors out: an archive in the forms that other tools read. One module a format; `formats` lists them."""
