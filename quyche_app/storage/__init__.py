"""SQLAlchemy models, migrations and the unit of work; knows the domain alone."""
