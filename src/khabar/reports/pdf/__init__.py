"""PDF files that hold text: from letters at places on pages to paragraphs in the order of reading."""
