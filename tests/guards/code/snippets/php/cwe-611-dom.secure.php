<?php
$dom = new DOMDocument();
$dom->loadXML(file_get_contents('php://input'), LIBXML_NONET);
echo $dom->documentElement->tagName === 'order' ? 'ok' : 'no';
