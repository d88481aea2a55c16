<!DOCTYPE html>
<html>
<body>
<?php
$name = $_GET['name'] ?? 'guest';
?>
<h1>Hello <?= $name ?></h1>
</body>
</html>
