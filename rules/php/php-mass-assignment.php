<?php
// ruleid: php-mass-assignment
User::create($request->all());
// ruleid: php-mass-assignment
$user->fill($_POST);
// ok: php-mass-assignment
User::create($request->validated());
// ok: php-mass-assignment
$user->fill($request->only(["name", "email"]));
// User::create($request->all())
