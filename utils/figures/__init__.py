"""Pictures, sentences and readers' tables of measured tables. No rules, no Streamlit."""
