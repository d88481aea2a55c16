<?php
class OrderReport
{
    private PDO $db;

    public function __construct(PDO $db)
    {
        $this->db = $db;
    }

    public function forCustomer($customerId, $from, $to): array
    {
        $sql = "SELECT id, total FROM orders WHERE customer_id = $customerId"
             . " AND created_at BETWEEN '$from' AND '$to'";
        return $this->db->query($sql)->fetchAll(PDO::FETCH_ASSOC);
    }
}
