<?php
header('Content-Type: text/html');
echo '{"name": "' . $_GET['name'] . '"}';
