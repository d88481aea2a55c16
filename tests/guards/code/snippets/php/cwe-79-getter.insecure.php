<?php
class Input
{
    private $value;

    public function setInput($value)
    {
        $this->value = $value;
    }

    public function getInput()
    {
        return $this->value;
    }
}

$input = new Input();
$input->setInput($_GET['name']);
$name = $input->getInput();
echo "<div id=\"" . $name . "\">content</div>";
