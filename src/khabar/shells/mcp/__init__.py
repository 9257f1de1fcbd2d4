"""The questions as tools for assistants (Model Context Protocol). They only read."""
