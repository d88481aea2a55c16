// ruleid: js-hardcoded-secret
const password = "hunter2-hunter2";
// ruleid: js-hardcoded-secret
let apiKey = "a8f5f167f44f4964e6c998dee827110c";
// ok: js-hardcoded-secret
const secret = process.env.SECRET;
// ok: js-hardcoded-secret
const passwordLabel = "Password of user";
// const password = 'hunter2-hunter2'
// ruleid: js-hardcoded-secret
const storage = { region: 'eu-central-1', awsSecretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' };
