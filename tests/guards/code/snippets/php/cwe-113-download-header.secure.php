<?php
$id = (int) ($_GET['id'] ?? 0);
$file = "/srv/invoices/$id.pdf";
header('Content-Disposition: attachment; filename="invoice-' . $id . '.pdf"');
readfile($file);
