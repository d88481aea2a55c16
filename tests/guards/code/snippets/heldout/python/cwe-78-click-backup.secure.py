import subprocess
import click


@click.command()
@click.argument("database")
@click.option("--out", default="backup.sql")
def backup(database, out):
    with open(out, "wb") as f:
        subprocess.run(["pg_dump", "--dbname", database], stdout=f, check=True)
    click.echo("done")


if __name__ == "__main__":
    backup()
