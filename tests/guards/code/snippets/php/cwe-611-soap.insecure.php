<?php
class OrderReader
{
    public function read(string $body): array
    {
        $reader = new XMLReader();
        $reader->XML($body, null, LIBXML_NOENT | LIBXML_DTDLOAD);
        $ids = [];
        while ($reader->read()) {
            if ($reader->name === 'order') {
                $ids[] = $reader->getAttribute('id');
            }
        }
        return $ids;
    }
}
