// ruleid: js-cors-any-origin
app.use(cors({ origin: "*", credentials: true }));
// ruleid: js-cors-any-origin
res.setHeader("Access-Control-Allow-Origin", "*");
// ok: js-cors-any-origin
app.use(cors({ origin: "https://app.example.org" }));
// ok: js-cors-any-origin
res.setHeader("Access-Control-Allow-Origin", "https://app.example.org");
// cors({ origin: '*' })
