<?php
function find_invoice($conn, array $filters)
{
    $where = [];
    $params = [];
    foreach ($filters as $field => $value) {
        $where[] = "$field = '$value'";
    }
    $sql = 'SELECT * FROM invoices WHERE ' . implode(' AND ', $where);
    return pg_query($conn, $sql);
}

$result = find_invoice($conn, $_GET);
