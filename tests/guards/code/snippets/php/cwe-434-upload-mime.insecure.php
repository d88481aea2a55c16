<?php
if ($_FILES['doc']['type'] === 'application/pdf') {
    move_uploaded_file($_FILES['doc']['tmp_name'], 'docs/' . $_FILES['doc']['name']);
}
echo 'done';
