"""The store: releases, their rows and files, and whether it is whole."""
