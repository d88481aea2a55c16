<?php
$body = file_get_contents('php://input');
$dom = new DOMDocument();
$dom->loadXML($body, LIBXML_NOENT | LIBXML_DTDLOAD);
$title = $dom->getElementsByTagName('title')->item(0);
