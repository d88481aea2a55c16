<?php
$email = $_POST['email'];
$email = filter_var($email, FILTER_SANITIZE_FULL_SPECIAL_CHARS);
echo "<p>Thanks, " . $email . "</p>";
