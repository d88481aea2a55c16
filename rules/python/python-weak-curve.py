from cryptography.hazmat.primitives.asymmetric import ec
from Crypto.PublicKey import ECC

# ruleid: python-weak-curve
small = ec.generate_private_key(ec.SECP192R1())
# ruleid: python-weak-curve
older = ECC.generate(curve="P-192")
# ok: python-weak-curve
good = ec.generate_private_key(ec.SECP256R1())
# ok: python-weak-curve
other = ECC.generate(curve="P-256")
note = "ec.SECP192R1()"
