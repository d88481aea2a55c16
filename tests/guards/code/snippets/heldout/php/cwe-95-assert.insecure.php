<?php
$name = $_GET['callback'];
$result = call_user_func($name, 'text');
echo htmlspecialchars($result);
