<?php
class Products extends CI_Controller
{
    public function search()
    {
        $name = $this->input->get('name');
        $query = $this->db->query("SELECT * FROM products WHERE name = '$name'");
        $this->load->view('products', ['rows' => $query->result()]);
    }
}
