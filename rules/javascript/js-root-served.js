const express = require('express');
// ruleid: js-root-served
app.use(express.static(__dirname));
// ruleid: js-root-served
app.use(express.static('.'));
// ok: js-root-served
app.use(express.static('public'));
// ok: js-root-served
app.use(express.static(path.join(__dirname, 'public')));
// app.use(express.static(__dirname))
