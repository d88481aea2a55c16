<?php
$msg = $_GET['msg'] ?? '';
?>
<p class="error"><?= htmlspecialchars($msg) ?></p>
