"""The way in: `streamlit run` serves the app; each visit then runs this file as a script."""

import streamlit as st

from utils.screen import frame, warm
from utils.screen.app import server

if __name__ == "__main__":
    frame.run()
else:
    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.started_by(warm.up),
        on_script_error=frame.show_error,
    )
