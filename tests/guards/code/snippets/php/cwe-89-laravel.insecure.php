<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;

class ProductController extends Controller
{
    public function search(Request $request)
    {
        $term = $request->input('term');
        $rows = DB::select("SELECT * FROM products WHERE name LIKE '%" . $term . "%'");
        return response()->json($rows);
    }
}
