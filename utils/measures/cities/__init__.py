"""Single cities: their awards, steps and scores beside their peers', and their programmes."""
