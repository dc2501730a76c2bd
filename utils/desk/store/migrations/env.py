"""What Alembic runs a migration in: the connection that `utils.desk.store.migrate` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
