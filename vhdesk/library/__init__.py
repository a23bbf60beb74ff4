"""The SQLite library: schema, migrations, every query; the only place with SQL."""
