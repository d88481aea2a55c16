<?php
$from = $_POST['email'];
$subject = $_POST['subject'];
$message = $_POST['message'];

if (!filter_var($from, FILTER_VALIDATE_EMAIL)) {
    exit('invalid address');
}
$subject = str_replace(["\r", "\n"], '', $subject);
$headers = ['From' => 'site@example.com', 'Reply-To' => $from];
mail('support@example.com', $subject, $message, $headers);
