<?php
session_start();
$id = session_id();
setcookie('session', $id, time() + 3600, '/');
