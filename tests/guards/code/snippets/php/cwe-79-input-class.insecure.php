<?php
class Input {
    private $value;
    public function __construct() {
        $this->value = $_POST['comment'];
    }
    public function get() {
        return $this->value;
    }
}
$input = new Input();
$comment = $input->get();
print "<blockquote>" . $comment . "</blockquote>";
