<?php

namespace App\Http\Controllers;

use App\Models\User;
use Illuminate\Http\Request;

class ProfileController extends Controller
{
    public function update(Request $request, User $user)
    {
        $this->authorize('update', $user);
        $user->update($request->validate(['name' => 'required|string|max:80', 'bio' => 'string|max:500']));
        return redirect()->route('profile.show', $user);
    }
}
