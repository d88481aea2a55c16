<?php
$from = $_POST['email'];
$subject = $_POST['subject'];
$message = $_POST['message'];

$headers = "From: $from\r\nReply-To: $from\r\n";
mail('support@example.com', $subject, $message, $headers);
