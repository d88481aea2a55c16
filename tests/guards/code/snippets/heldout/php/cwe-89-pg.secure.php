<?php
function find_invoice($conn, array $filters)
{
    $where = [];
    $params = [];
    foreach ($filters as $field => $value) {
        if (!in_array($field, ['number', 'status'], true)) {
            continue;
        }
        $params[] = $value;
        $where[] = $field . ' = $' . count($params);
    }
    $sql = 'SELECT * FROM invoices WHERE ' . implode(' AND ', $where);
    return pg_query_params($conn, $sql, $params);
}

$result = find_invoice($conn, $_GET);
