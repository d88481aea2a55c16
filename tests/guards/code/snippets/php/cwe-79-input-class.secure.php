<?php
class Input {
    private $value;
    public function __construct() {
        $this->value = strip_tags($_POST['comment']);
    }
    public function get() {
        return $this->value;
    }
}
$input = new Input();
$comment = (int) $input->get();
print "<blockquote>" . $comment . "</blockquote>";
