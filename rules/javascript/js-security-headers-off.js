// ruleid: js-security-headers-off
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: js-security-headers-off
app.use(helmet({ hsts: false, frameguard: false }));
// ok: js-security-headers-off
app.use(helmet());
// ok: js-security-headers-off
app.use(helmet({ hsts: { maxAge: 31536000 } }), "helmet({ hsts: false })");
// a decoy: helmet({ hsts: false })
