<?php

namespace App\Http\Controllers;

use App\Models\Product;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;

class ProductController extends Controller
{
    public function index(Request $request)
    {
        $term = $request->input('q');
        $rows = DB::select('SELECT * FROM products WHERE name LIKE ?', ['%' . $term . '%']);
        return view('products.index', ['rows' => $rows]);
    }
}
