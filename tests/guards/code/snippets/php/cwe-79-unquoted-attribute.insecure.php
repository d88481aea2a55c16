<?php
$id = htmlspecialchars($_GET['id']);
echo "<div id=" . $id . ">content</div>";
