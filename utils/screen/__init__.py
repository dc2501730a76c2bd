"""Everything that knows Streamlit: frame, filters, cache, components, server."""
