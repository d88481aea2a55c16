# ruleid: python-password-in-url
DATABASE = "postgresql://admin:hunter22@db.internal:5432/shop"
# ruleid: python-password-in-url
engine = create_engine("mysql+pymysql://root:toor@localhost/app")
# ok: python-password-in-url
LOCAL = "postgresql://localhost/shop"
# ok: python-password-in-url
other = create_engine(os.environ["DATABASE_URL"])
# postgresql://admin:hunter22@db.internal:5432/shop
