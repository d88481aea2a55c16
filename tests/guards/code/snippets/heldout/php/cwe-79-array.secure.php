<?php
$parts = array();
$parts[] = 'safe';
$parts[] = $_POST['comment'];
$parts[] = 'other';
$shown = $parts[0];
?>
<html>
<body>
<p><?php echo $shown; ?></p>
</body>
</html>
