<?php
$id = $_GET['id'];
$id = (float) $id;
?>
<a href="/item?id=<?php echo $id; ?>">Item</a>
