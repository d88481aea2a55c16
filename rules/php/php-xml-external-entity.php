<?php
// ruleid: php-xml-external-entity
$a = simplexml_load_string($xml, "SimpleXMLElement", LIBXML_NOENT);
// ruleid: php-xml-external-entity
$dom->loadXML($xml, LIBXML_NOENT | LIBXML_DTDLOAD);
// ok: php-xml-external-entity
$b = simplexml_load_string($xml);
// ok: php-xml-external-entity
$dom->loadXML($xml);
// libxml_disable_entity_loader(false);
function orders(string $body): XMLReader
{
    $reader = new XMLReader();
    // ruleid: php-xml-external-entity
    $reader->XML($body, null, LIBXML_NOENT | LIBXML_DTDLOAD);
    // ok: php-xml-external-entity
    $reader->XML($body, null, LIBXML_NONET);
    return $reader;
}
