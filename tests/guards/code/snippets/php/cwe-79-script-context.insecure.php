<html>
<head>
<script>
<?php
$user = htmlspecialchars($_POST['user']);
echo "var user = " . $user . ";";
?>
</script>
</head>
</html>
