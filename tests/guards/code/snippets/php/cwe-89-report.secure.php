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
        $sql = "SELECT id, total FROM orders WHERE customer_id = ?"
             . " AND created_at BETWEEN ? AND ?";
        $stmt = $this->db->prepare($sql);
        $stmt->execute([$customerId, $from, $to]);
        return $stmt->fetchAll(PDO::FETCH_ASSOC);
    }
}
