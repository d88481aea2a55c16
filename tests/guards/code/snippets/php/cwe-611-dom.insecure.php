<?php
$dom = new DOMDocument();
$dom->loadXML(file_get_contents('php://input'), LIBXML_NOENT | LIBXML_DTDLOAD);
echo $dom->documentElement->tagName === 'order' ? 'ok' : 'no';
