<?php
function import_order(string $xml): array
{
    $doc = new DOMDocument();
    $doc->loadXML($xml, LIBXML_NONET);
    $items = [];
    foreach ($doc->getElementsByTagName('item') as $item) {
        $items[] = $item->textContent;
    }
    return $items;
}

echo json_encode(import_order(file_get_contents('php://input')));
