<?php
$id = $_GET["id"];
// ruleid: php-sql-injection
$a = mysqli_query($db, "SELECT * FROM users WHERE id = $id");
$query = "SELECT * FROM users WHERE name = '" . $_POST["name"] . "'";
// ruleid: php-sql-injection
$b = $pdo->query($query);
$number = (int) $_GET["id"];
// ok: php-sql-injection
$c = mysqli_query($db, "SELECT * FROM users WHERE id = $number");
$safe = mysqli_real_escape_string($db, $_GET["name"]);
// ok: php-sql-injection
$d = mysqli_query($db, "SELECT * FROM users WHERE name = '$safe'");
$list = array("x", "y");
// ok: php-sql-injection
$e = $pdo->query("SELECT " . $list[0]);
// mysqli_query($db, $_GET["id"])
class Products extends CI_Controller
{
    public function search()
    {
        $name = $this->input->get('name');
        // ruleid: php-sql-injection
        return $this->db->query("SELECT * FROM products WHERE name = '$name'");
    }
}
function orders(Request $request)
{
    // ok: php-sql-injection
    $page = DB::select('SELECT * FROM orders LIMIT 10 OFFSET ' . intval($request->page));
    // ruleid: php-sql-injection
    return Order::whereRaw("status = '" . $request->status . "'")->get();
}
