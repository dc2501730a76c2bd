"""Components, indicators and LPA results of a selection of assessments."""
