<?php
$email = $_POST['email'];
$email = filter_var($email, FILTER_UNSAFE_RAW);
echo "<p>Thanks, " . $email . "</p>";
