import subprocess
import click


@click.command()
@click.argument("database")
@click.option("--out", default="backup.sql")
def backup(database, out):
    subprocess.run(f"pg_dump {database} > {out}", shell=True, check=True)
    click.echo("done")


if __name__ == "__main__":
    backup()
