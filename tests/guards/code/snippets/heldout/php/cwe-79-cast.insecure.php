<?php
$id = $_GET['id'];
$id .= '';
?>
<a href="/item?id=<?php echo $id; ?>">Item</a>
