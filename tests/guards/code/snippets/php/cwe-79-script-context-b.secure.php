<?php
$color = $_GET['color'];
$color = in_array($color, ['red', 'blue'], true) ? $color : 'red';
?>
<script>
  var color = <?= $color ?>;
  paint(color);
</script>
