<?php
class Note
{
    public $title = '';
    public $body = '';
}

$note = new Note();
$note->title = $_POST['title'];
$note->body = 'none';
echo '<h1>' . $note->title . '</h1>';
