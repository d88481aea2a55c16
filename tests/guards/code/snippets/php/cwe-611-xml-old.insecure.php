<?php
libxml_disable_entity_loader(false);
$xml = simplexml_load_string(file_get_contents('php://input'), 'SimpleXMLElement', LIBXML_NOENT);
echo json_encode(['name' => (string) $xml->name]);
