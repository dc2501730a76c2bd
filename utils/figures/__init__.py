"""Pictures: a measured table in, a figure or a paint list out. No arithmetic, no Streamlit."""
