<?php
$color = $_GET['color'];
$color = htmlspecialchars($color);
?>
<script>
  var color = <?= $color ?>;
  paint(color);
</script>
