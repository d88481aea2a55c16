<?php
$info = new finfo(FILEINFO_MIME_TYPE);
if ($info->file($_FILES['doc']['tmp_name']) === 'application/pdf') {
    move_uploaded_file($_FILES['doc']['tmp_name'], 'docs/' . bin2hex(random_bytes(8)) . '.pdf');
}
echo 'done';
