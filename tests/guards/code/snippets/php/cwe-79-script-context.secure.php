<html>
<head>
<script>
<?php
$user = $_POST['user'];
echo "var user = " . json_encode($user, JSON_HEX_TAG) . ";";
?>
</script>
</head>
</html>
