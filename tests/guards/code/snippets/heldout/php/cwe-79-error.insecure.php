<?php
$msg = $_GET['msg'] ?? '';
?>
<p class="error"><?= $msg ?></p>
