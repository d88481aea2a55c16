<?php
$prefs = json_decode(base64_decode($_COOKIE['prefs']));
echo htmlspecialchars($prefs->theme);
