"""Single cities: their record, their peers, their programmes."""
