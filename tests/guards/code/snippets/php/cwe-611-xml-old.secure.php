<?php
$xml = simplexml_load_string(file_get_contents('php://input'), 'SimpleXMLElement', LIBXML_NONET);
echo json_encode(['name' => (string) $xml->name]);
